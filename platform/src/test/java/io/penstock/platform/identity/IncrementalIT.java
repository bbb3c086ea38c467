package io.penstock.platform.identity;

import static io.penstock.platform.transform.StoredRuns.TENANT;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.identity.Identification;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is identified page by page is what comes out when all records are looked at together: few
 * values on many records, changes, deletions and decisions by hand. {@code penstock.seeds} sets how
 * many histories; a failure names its seed.
 */
class IncrementalIT {

    private static final int SEEDS = Integer.getInteger("penstock.seeds", 6);
    private static final int REPORTS = 7;
    private static final List<String> SOURCES = List.of("A", "B", "C");

    private static Sources sources;

    @BeforeAll
    static void start(@TempDir Path data) {
        sources = Sources.start(data);
    }

    @AfterAll
    static void stop() {
        sources.close();
    }

    @Test
    void pageByPageIsTheSameAsAllTogether() {
        var compared = 0;
        for (var seed = 1; seed <= SEEDS; seed++) {
            sources.clear();
            var random = new Random(seed);
            for (var report = 0; report < REPORTS; report++) {
                report(random);
                if (random.nextInt(3) == 0) {
                    decide(random);
                }
                assertThat(stored()).as("seed %d, report %d", seed, report).isEqualTo(together());
                assertThat(assets()).as("assets of seed %d", seed).isEqualTo(values(stored()));
                compared++;
            }
        }
        System.out.printf("%d histories, compared after %d pages%n", SEEDS, compared);
    }

    private static void report(Random random) {
        var source = SOURCES.get(random.nextInt(SOURCES.size()));
        var machines = new ArrayList<Machine>();
        for (var i = 0; i < 1 + random.nextInt(6); i++) {
            var aid = source.toLowerCase(Locale.ROOT) + random.nextInt(9);
            var first = 1 + random.nextInt(14);
            machines.add(
                    new Machine(
                            aid,
                            pick(random, "", "app", "web", "db"),
                            pick(random, "", "", "SN-1111-AA", "SN-2222-BB", "SN-3333-CC"),
                            pick(random, "", "3C-5A-B4-00-11-22", "3C-5A-B4-00-11-33"),
                            "10.0.0." + (1 + random.nextInt(5)),
                            new int[] {first, first + random.nextInt(14)}));
        }
        sources.report(source, machines.toArray(Machine[]::new));
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static void decide(Random random) {
        var records = List.copyOf(new TreeMap<>(stored()).keySet());
        var one = records.get(random.nextInt(records.size()));
        var other = records.get(random.nextInt(records.size()));
        if (!one.equals(other)) {
            var order =
                    random.nextBoolean()
                            ? new DecisionOrder.Pin(one, other)
                            : new DecisionOrder.Forbid(one, other);
            sources.bean(Decisions.class).decide(TENANT, "test", order, "chance");
        }
    }

    /** Record → asset. */
    private static Map<UUID, UUID> stored() {
        return sources
                .runs()
                .jdbc()
                .sql("select host_id, asset_id from asset_source")
                .query((row, _) ->
                        Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<UUID> assets() {
        return Set.copyOf(
                sources.runs()
                        .jdbc()
                        .sql("select asset_id from asset")
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list());
    }

    private static Set<UUID> values(Map<UUID, UUID> assets) {
        return Set.copyOf(assets.values());
    }

    private static Map<UUID, UUID> together() {
        var ids = List.copyOf(stored().keySet());
        var book = sources.bean(RuleRows.class).book(TENANT);
        return sources.bean(JdbcTemplate.class)
                .execute(
                        (ConnectionCallback<Map<UUID, UUID>>)
                                connection -> {
                                    var rows =
                                            sources.bean(HostStore.class)
                                                    .load(connection, TENANT, ids);
                                    var decisions =
                                            sources.bean(DecisionRows.class)
                                                    .effective(connection, TENANT, ids);
                                    var facts = rows.stream().map(Facts::of).toList();
                                    var found = Identification.of(facts, book::order, decisions);
                                    return found.clusters().stream()
                                            .flatMap(c ->
                                                    c.hostIds().stream()
                                                            .map(h -> Map.entry(h, c.assetId())))
                                            .collect(
                                                    Collectors.toMap(
                                                            Map.Entry::getKey,
                                                            Map.Entry::getValue));
                                });
    }
}
