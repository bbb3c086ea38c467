package io.penstock.core.identity;

import static io.penstock.core.identity.Decision.Kind.APART;
import static io.penstock.core.identity.Decision.Kind.TOGETHER;
import static io.penstock.core.identity.IdentificationTest.MAC_1;
import static io.penstock.core.identity.IdentificationTest.UUID_1;
import static io.penstock.core.identity.IdentificationTest.cluster;
import static io.penstock.core.identity.IdentificationTest.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Decisions of people win over every rule and every veto. */
class DecisionsTest {

    private final HostFacts one = record(1, 1, "SERIAL=7XK2L93;NAME=aa");
    private final HostFacts same = record(2, 2, "SERIAL=7XK2L93");
    private final HostFacts other = record(3, 1, "SERIAL=8XK2L93;NAME=bb");
    private final HostFacts itsOwn = record(4, 2, "SERIAL=8XK2L93");

    @Test
    void togetherJoinsWholeAssetsAgainstEveryVeto() {
        var identified = identify(decision(TOGETHER, 2, 4, 1));

        assertThat(identified.clusters()).containsExactly(cluster(1, 2, 3, 4));
        assertThat(requireNonNull(identified.logs().get(Facts.id(4))).decisions())
                .containsExactly("a person put [00000002] and [00000004] together on 2026-01-02.");
    }

    @Test
    void apartTakesARecordOutOfItsAsset() {
        var identified = identify(decision(APART, 1, 2, 1));

        assertThat(identified.clusters()).containsExactly(cluster(1), cluster(2), cluster(3, 4));
        assertThat(requireNonNull(identified.logs().get(Facts.id(2))).steps())
                .anySatisfy(step ->
                        assertThat(step.sentence())
                                .contains("put [00000001] and [00000002] apart"));
    }

    @Test
    void ofTwoDecisionsOnOnePairTheLaterCounts() {
        var merged = identify(decision(APART, 1, 3, 1), decision(TOGETHER, 3, 1, 2));
        var split = identify(decision(TOGETHER, 1, 3, 1), decision(APART, 3, 1, 2));
        var atOnce = identify(decision(TOGETHER, 1, 3, 1), decision(APART, 3, 1, 1));

        assertThat(merged.clusters()).containsExactly(cluster(1, 2, 3, 4));
        assertThat(split.clusters()).containsExactly(cluster(1, 2), cluster(3, 4));
        assertThat(atOnce.clusters()).isEqualTo(split.clusters());
    }

    @Test
    void apartWinsOverTogethersThatLeadAroundItTheLatestOfThemFirst() {
        var identified =
                identify(
                        decision(TOGETHER, 1, 5, 1),
                        decision(APART, 1, 3, 2),
                        decision(TOGETHER, 5, 3, 3));

        assertThat(identified.clusters()).containsExactly(cluster(1, 2), cluster(3, 4));
        assertThat(requireNonNull(identified.logs().get(Facts.id(1))).decisions())
                .anySatisfy(said ->
                        assertThat(said)
                                .startsWith("a person put [00000001] and [00000005] together")
                                .contains("not followed, because a person put [00000001]"));
    }

    @Test
    void aRuleYieldsWhereItAndATogetherPullToBothSidesOfAnApart() {
        var identified = identify(decision(APART, 1, 3, 1), decision(TOGETHER, 2, 3, 2));

        assertThat(identified.clusters()).containsExactly(cluster(1), cluster(2, 3, 4));
    }

    @Test
    void decisionsWaitForRecordsThatAreNotThereYet() {
        var there = identify(decision(TOGETHER, 1, 9, 1), decision(TOGETHER, 9, 3, 1));
        var alone =
                Identification.of(
                        List.of(one), _ -> RuleOrder.DEFAULT, List.of(decision(TOGETHER, 1, 9, 1)));

        assertThat(there.clusters()).containsExactly(cluster(1, 2, 3, 4));
        assertThat(alone.clusters()).containsExactly(cluster(1));
    }

    @Test
    void aSuggestionIsSettledByADecision() {
        var first = Facts.of(1, 1).name("web-1").uuid(UUID_1).seen(0, 100).host();
        var second =
                Facts.of(2, 1).name("web-1").mac(MAC_1).serial("7XK2L93").seen(200, 300).host();
        var both = Facts.of(3, 2).name("web-1").seen(0, 300).host();
        var records = List.of(first, second, both);

        var open = Identification.of(records, _ -> RuleOrder.DEFAULT, List.of());
        var settled =
                Identification.of(
                        records, _ -> RuleOrder.DEFAULT, List.of(decision(TOGETHER, 1, 2, 1)));

        assertThat(requireNonNull(open.logs().get(Facts.id(3))).suggestions()).hasSize(1);
        assertThat(requireNonNull(settled.logs().get(Facts.id(3))).suggestions()).isEmpty();
        assertThat(settled.clusters()).hasSize(1);
    }

    @Test
    void aDecisionNeedsTwoRecords() {
        assertThatThrownBy(() -> decision(APART, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Identified identify(Decision... decisions) {
        return Identification.of(
                List.of(one, same, other, itsOwn),
                _ -> RuleOrder.DEFAULT,
                Arrays.asList(decisions));
    }

    private static Decision decision(Decision.Kind kind, int a, int b, int day) {
        return new Decision(kind, Facts.id(a), Facts.id(b), Facts.START.plus(Duration.ofDays(day)));
    }
}
