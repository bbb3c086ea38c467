package io.penstock.vendor.crowdstrike.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

class ChurnTest {

    private static final String EVERY = "entity_type:!'x'";

    private final Falcon falcon = Falcon.of(400, 20);

    @Test
    void afterEachStepAReadGivesTheRowsOfTheOracle() {
        for (int step = 0; step < 3; step++) {
            assertThat(findings("created_timestamp|asc")).isEqualTo(falcon.rows("findings"));
            assertThat(findings("updated_timestamp|desc")).isEqualTo(falcon.rows("findings"));
            assertThat(hosts()).isEqualTo(falcon.rows("hosts"));
            falcon.advance(7, "0.05");
        }
    }

    @Test
    void aDeltaByUpdateTimeGivesAllThatChangedAndIsThere() {
        Map<String, String> before = falcon.rows("findings");
        falcon.advance(3, "0.04");
        Map<String, String> after = falcon.rows("findings");
        Map<String, String> changed = new TreeMap<>(after);
        changed.values().removeAll(before.values());

        // Two minutes of overlap, as some rows come that late.
        String delta = "updated_timestamp:>='2026-10-31T23:58:00Z'";
        Map<String, String> read =
                rows(falcon.all(Falcon.SPOTLIGHT, delta, "updated_timestamp|asc", 500));

        assertThat(changed).isNotEmpty();
        assertThat(read).containsAllEntriesOf(changed).hasSize(falcon.total(delta));
        assertThat(before.keySet()).isNotEqualTo(after.keySet());
    }

    @Test
    void changesOfEveryKindHappen() {
        Map<String, String> before = falcon.rows("findings");
        String start = "created_timestamp:<'2026-11-01'";
        int old = falcon.total(start);
        Set<String> hosts = falcon.rows("hosts").keySet();
        falcon.advance(7, "0.1");
        Map<String, String> after = falcon.rows("findings");

        assertThat(turned(before, after, "open", "closed")).isGreaterThan(100);
        assertThat(turned(before, after, "closed", "reopen")).isGreaterThan(20);
        assertThat(turned(before, after, "open", "open")).isGreaterThan(20);
        assertThat(falcon.total("created_timestamp:>'2026-11-01'")).isGreaterThan(100);
        assertThat(before.keySet().stream().filter(id -> !after.containsKey(id))).isNotEmpty();
        long late =
                falcon.all(Falcon.SPOTLIGHT, start, "created_timestamp|asc", 5000).stream()
                        .filter(f -> !before.containsKey(f.get("id").asString()))
                        .count();
        assertThat(late).isGreaterThan(20);
        assertThat(falcon.total(start)).isNotEqualTo(old);
        assertThat(falcon.rows("hosts").keySet()).isNotEqualTo(hosts);
    }

    private static long turned(
            Map<String, String> before, Map<String, String> after, String from, String to) {
        return before.entrySet().stream()
                .filter(e -> e.getValue().contains("\t" + from + "\t"))
                .filter(e -> !e.getValue().equals(after.get(e.getKey())))
                .filter(e -> after.getOrDefault(e.getKey(), "").contains("\t" + to + "\t"))
                .count();
    }

    @Test
    void patchesCloseManyFindingsInOneSecond() {
        falcon.advance(7, "0.2");

        Map<String, Long> bySecond =
                falcon
                        .all(
                                Falcon.SPOTLIGHT,
                                "closed_timestamp:>'2026-11-01'",
                                "closed_timestamp|asc",
                                5000)
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        f -> f.get("closed_timestamp").asString(),
                                        Collectors.counting()));

        assertThat(bySecond.values()).anyMatch(count -> count > 50);
    }

    @Test
    void aMachineSetUpAnewKeepsItsNameAndOldSensor() {
        Set<String> names = new HashSet<>();
        falcon.rows("hosts").values().forEach(row -> names.add(row.split("\t", -1)[2]));
        falcon.advance(1, "0.1");
        List<JsonNode> newer =
                falcon.all(Falcon.COMBINED, "first_seen_timestamp:>'2026-11-01'", "id|asc", 1000);

        assertThat(newer).isNotEmpty();
        for (JsonNode host : newer) {
            String name = host.get("hostname").asString();
            assertThat(names).contains(name);
            List<JsonNode> same =
                    falcon.all(Falcon.COMBINED, "hostname:'" + name + "'", "id|asc", 10);
            assertThat(same).hasSizeBetween(1, 2);
            String aid = host.get("aid").asString();
            assertThat(falcon.total("aid:'" + aid + "'")).isPositive();
        }
    }

    @Test
    void givesTheSameBytesForTheSameSeedAndSteps() {
        Falcon same = Falcon.of(400, 20, "advance", "2:0.03,5:0.1");
        falcon.advance(2, "0.03");
        falcon.advance(5, "0.1");
        String[] page = {
            "filter",
            Falcon.ALL,
            "limit",
            "5000",
            "sort",
            "updated_timestamp|desc",
            "facet",
            "cve",
            "facet",
            "host_info"
        };

        assertThat(same.get(Falcon.SPOTLIGHT, page).body())
                .isEqualTo(falcon.get(Falcon.SPOTLIGHT, page).body());
        assertThat(same.oracle()).isEqualTo(falcon.oracle());
        assertThat(Falcon.of(400, 20, "advance", "2:0.03").oracle()).isNotEqualTo(same.oracle());
    }

    @Test
    void aReadUnderWayGoesOnFromWhereItsCursorStood() {
        JsonNode first =
                falcon.read(
                        Falcon.SPOTLIGHT,
                        "filter",
                        Falcon.ALL,
                        "limit",
                        "1000",
                        "sort",
                        "updated_timestamp|asc");
        String last = first.get("resources").get(999).get("updated_timestamp").asString();
        falcon.advance(1, "0.3");

        JsonNode next =
                falcon.read(
                        Falcon.SPOTLIGHT,
                        "filter",
                        Falcon.ALL,
                        "sort",
                        "updated_timestamp|asc",
                        "after",
                        first.get("meta").get("pagination").get("after").asString());

        assertThat(next.get("resources").get(0).get("updated_timestamp").asString())
                .isGreaterThanOrEqualTo(last)
                .isLessThan("2026-11-01");
    }

    @Test
    void tellsWhatItIsNow() {
        String now = falcon.advance(7, "0");

        assertThat(now)
                .contains("tenant.version=1\n", "tenant.now=2026-11-08T00:00:00Z\n")
                .contains("findings.total=" + falcon.total(Falcon.ALL) + "\n");
        assertThat(falcon.total("created_timestamp:>'now-7d'")).isZero();
    }

    private Map<String, String> findings(String sort) {
        return rows(falcon.all(Falcon.SPOTLIGHT, Falcon.ALL, sort, 777));
    }

    private static Map<String, String> rows(List<JsonNode> findings) {
        Map<String, String> rows = new HashMap<>();
        findings.forEach(f -> rows.put(f.get("id").asString(), Falcon.findingRow(f)));
        assertThat(rows).hasSameSizeAs(findings);
        return rows;
    }

    private Map<String, String> hosts() {
        Map<String, String> rows = new HashMap<>();
        falcon.all(Falcon.COMBINED, EVERY, "last_seen_timestamp|asc", 100)
                .forEach(h -> rows.put(h.get("id").asString(), Falcon.hostRow(h)));
        return rows;
    }
}
