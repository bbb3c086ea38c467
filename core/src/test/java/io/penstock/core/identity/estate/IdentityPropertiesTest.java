package io.penstock.core.identity.estate;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import io.penstock.core.identity.Cluster;
import io.penstock.core.identity.Decision;
import io.penstock.core.identity.HostFacts;
import io.penstock.core.identity.Identification;
import io.penstock.core.identity.IdentificationLog;
import io.penstock.core.identity.Identified;
import io.penstock.core.identity.RuleOrder;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

/** What holds for any records and any decisions; the seed is in the test's name. */
class IdentityPropertiesTest {

    private static final int RUNS = Integer.getInteger("penstock.identity.runs", 8);
    private static final int RECORDS = 400;
    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

    static LongStream seeds() {
        return LongStream.range(100, 100 + RUNS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderGivesTheSameAssetsAndLogs(long seed) {
        var random = new Random(seed);
        var records = records(seed, random);
        var decisions = decisions(records, random);
        var expected = identify(records, decisions);

        for (var i = 0; i < 5; i++) {
            Collections.shuffle(records, random);
            Collections.shuffle(decisions, random);
            assertThat(identify(records, decisions)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachComponentAloneGivesWhatAllTogetherGive(long seed) {
        var random = new Random(seed);
        var records = records(seed, random);
        var decisions = decisions(records, random);
        var all = identify(records, decisions);

        var clusters = new ArrayList<Cluster>();
        for (var component : Components.of(records, decisions)) {
            var alone = identify(component, decisions);
            clusters.addAll(alone.clusters());
            alone.logs().forEach((id, log) -> assertThat(log).isEqualTo(all.logs().get(id)));
            assertThat(all.suspicious()).containsAll(alone.suspicious());
        }
        assertThat(clusters).containsExactlyInAnyOrderElementsOf(all.clusters());
        assertThat(Identification.clusters(records, _ -> RuleOrder.DEFAULT, decisions, Set.of()))
                .isEqualTo(all.clusters());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void removingARecordChangesNothingOutsideItsComponent(long seed) {
        var random = new Random(seed);
        var records = records(seed, random);
        var decisions = decisions(records, random);
        var all = identify(records, decisions);
        var gone = records.get(random.nextInt(records.size()));
        var concerned = new HashSet<UUID>();
        for (var component : Components.of(records, decisions)) {
            if (component.contains(gone)) {
                component.forEach(record -> concerned.add(record.hostId()));
            }
        }
        records.remove(gone);

        var left = identify(records, decisions);

        for (var record : records) {
            if (!concerned.contains(record.hostId())) {
                assertThat(left.logs().get(record.hostId()))
                        .isEqualTo(all.logs().get(record.hostId()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergeThenSplitGivesBackWhatWas(long seed) {
        var random = new Random(seed);
        var records = records(seed, random);
        var before = identify(records, List.of());

        for (var i = 0; i < 10; i++) {
            var one = pick(before.clusters(), random);
            var other = pick(before.clusters(), random);
            if (one.equals(other)) {
                continue;
            }
            var merge = decision(Decision.Kind.TOGETHER, one.assetId(), other.assetId(), 1);
            var split = decision(Decision.Kind.APART, one.assetId(), other.assetId(), 2);

            var merged = identify(records, List.of(merge));
            assertThat(merged.clusters()).hasSize(before.clusters().size() - 1);
            assertThat(merged.clusters())
                    .anySatisfy(c ->
                            assertThat(c.hostIds())
                                    .containsAll(one.hostIds())
                                    .containsAll(other.hostIds()));
            assertThat(identify(records, List.of(merge, split)).clusters())
                    .isEqualTo(before.clusters());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void decisionsHoldWhateverElseIsDecided(long seed) {
        var random = new Random(seed);
        var records = records(seed, random);
        var decisions = decisions(records, random);

        var identified = identify(records, decisions);

        var inForce = Components.inForce(decisions);
        for (var decision : inForce) {
            var a = log(identified, decision.a());
            var b = log(identified, decision.b());
            var apart = !a.assetId().equals(b.assetId());
            if (decision.kind() == Decision.Kind.APART) {
                assertThat(apart).as("%s", decision).isTrue();
            } else {
                assertThat(notFollowed(a, decision)).as("%s", decision).isEqualTo(apart);
                assertThat(notFollowed(b, decision)).as("%s", decision).isEqualTo(apart);
                assertThat(keptApart(identified, inForce, a.assetId(), b.assetId()))
                        .as("%s", decision)
                        .isEqualTo(apart);
            }
        }
    }

    private static boolean notFollowed(IdentificationLog log, Decision together) {
        var pair =
                "[%s] and [%s] together"
                        .formatted(
                                together.a().toString().substring(0, 8),
                                together.b().toString().substring(0, 8));
        return log.decisions().stream()
                .anyMatch(said -> said.contains(pair) && said.contains("not followed"));
    }

    /** Whether a decision keeps a record of one asset from a record of the other. */
    private static boolean keptApart(
            Identified identified, Collection<Decision> inForce, UUID one, UUID other) {
        return inForce.stream()
                .filter(decision -> decision.kind() == Decision.Kind.APART)
                .map(decision ->
                        Set.copyOf(
                                List.of(
                                        log(identified, decision.a()).assetId(),
                                        log(identified, decision.b()).assetId())))
                .anyMatch(Set.copyOf(List.of(one, other))::equals);
    }

    private static IdentificationLog log(Identified identified, UUID record) {
        return requireNonNull(identified.logs().get(record));
    }

    private static List<HostFacts> records(long seed, Random random) {
        var all = new ArrayList<>(Estate.of(seed).records().stream().map(Labelled::facts).toList());
        var from = random.nextInt(all.size() - RECORDS);
        return new ArrayList<>(all.subList(from, from + RECORDS));
    }

    /** Some between any two records, most between records that have to do with one another. */
    private static List<Decision> decisions(List<HostFacts> records, Random random) {
        var clusters = identify(records, List.of()).clusters();
        var decisions = new ArrayList<Decision>();
        for (var i = 0; i < 40; i++) {
            var a = pick(pick(clusters, random).hostIds(), random);
            var b =
                    random.nextBoolean()
                            ? pick(pick(clusters, random).hostIds(), random)
                            : pick(near(clusters, a), random);
            if (!a.equals(b)) {
                var kind = random.nextBoolean() ? Decision.Kind.TOGETHER : Decision.Kind.APART;
                decisions.add(decision(kind, a, b, random.nextInt(5)));
            }
        }
        return decisions;
    }

    private static List<UUID> near(List<Cluster> clusters, UUID id) {
        return clusters.stream()
                .filter(c -> c.hostIds().contains(id))
                .findFirst()
                .orElseThrow()
                .hostIds();
    }

    private static Decision decision(Decision.Kind kind, UUID a, UUID b, int day) {
        return new Decision(kind, a, b, START.plus(Duration.ofDays(day)));
    }

    private static Identified identify(List<HostFacts> records, List<Decision> decisions) {
        return Identification.of(records, _ -> RuleOrder.DEFAULT, decisions);
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
