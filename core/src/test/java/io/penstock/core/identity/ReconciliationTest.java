package io.penstock.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import io.penstock.core.identity.Reconciliation.Chosen;
import io.penstock.core.identity.Reconciliation.Origin;
import io.penstock.core.identity.Reconciliation.SourceValues;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class ReconciliationTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-03-06T00:00:00Z");

    private final SourceValues agent =
            record(1, 100, MONDAY, Map.of("assetName", "web-1", "ipAddress", List.of("10.0.0.5")));
    private final SourceValues scanner =
            record(
                    2,
                    200,
                    FRIDAY,
                    Map.of(
                            "assetName",
                            "web-1.corp",
                            "ipAddress",
                            List.of("10.0.0.5", "10.0.0.6"),
                            "operatingSystemName",
                            "Debian 11"));

    @Test
    void theMoreTrustedSourceWinsThenTheNewerRecord() {
        var newer = record(3, 100, FRIDAY, Map.of("assetName", "web-2"));

        assertThat(
                        requireNonNull(Reconciliation.of(List.of(agent, scanner)).get("assetName"))
                                .value())
                .isEqualTo("web-1");
        assertThat(
                        requireNonNull(
                                        Reconciliation.of(List.of(agent, scanner, newer))
                                                .get("assetName"))
                                .value())
                .isEqualTo("web-2");
    }

    @Test
    void everyValueKnowsWhereItComesFrom() {
        var values = Reconciliation.of(List.of(agent, scanner));

        assertThat(requireNonNull(values.get("assetName")).origin())
                .isEqualTo(new Origin(Facts.id(1), 11, 3));
        assertThat(requireNonNull(values.get("operatingSystemName")).origin())
                .isEqualTo(new Origin(Facts.id(2), 12, 3));
    }

    @Test
    void aListComesFromOneRecord() {
        assertThat(
                        requireNonNull(Reconciliation.of(List.of(scanner, agent)).get("ipAddress"))
                                .value())
                .isEqualTo(List.of("10.0.0.5"));
    }

    @Test
    void anEmptyValueSaysNothing() {
        var silent = record(3, 1, FRIDAY, Map.of("assetName", "", "ipAddress", List.of()));

        assertThat(Reconciliation.of(List.of(silent, scanner)))
                .isEqualTo(Reconciliation.of(List.of(scanner)));
    }

    @Test
    void firstSeenIsTheEarliestAndLastSeenTheLatestOfAll() {
        var trusted =
                record(1, 1, MONDAY, Map.of("assetFirstSeenOn", FRIDAY, "assetLastSeenOn", MONDAY));
        var other =
                record(2, 9, MONDAY, Map.of("assetFirstSeenOn", MONDAY, "assetLastSeenOn", FRIDAY));

        var values = Reconciliation.of(List.of(trusted, other));

        assertThat(requireNonNull(values.get("assetFirstSeenOn")).value()).isEqualTo(MONDAY);
        assertThat(requireNonNull(values.get("assetLastSeenOn")).value()).isEqualTo(FRIDAY);
    }

    @Test
    void theSmallestIdWinsAmongEquallyTrustedOfOneTimeInAnyOrder() {
        var winner = record(1, 100, FRIDAY, Map.of("assetName", "web-1"));
        var equal = record(2, 100, FRIDAY, Map.of("assetName", "web-2"));
        var older = record(3, 100, MONDAY, Map.of("assetName", "web-3"));

        for (var order :
                List.of(
                        List.of(winner, equal, older),
                        List.of(winner, older, equal),
                        List.of(equal, winner, older),
                        List.of(equal, older, winner),
                        List.of(older, winner, equal),
                        List.of(older, equal, winner))) {
            assertThat(Reconciliation.of(order))
                    .containsOnly(
                            Map.entry(
                                    "assetName",
                                    new Chosen("web-1", new Origin(Facts.id(1), 11, 3))));
        }
    }

    private static SourceValues record(
            int number, int trust, Instant changed, Map<String, Object> values) {
        return new SourceValues(
                new Origin(Facts.id(number), number + 10, 3), trust, changed, values);
    }
}
