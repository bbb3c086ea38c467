package io.penstock.vendor.crowdstrike.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.simulator.SimulatedAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class DiscoverTest {

    private static final String EVERY = "entity_type:['managed','unmanaged','unsupported']";

    private final Falcon falcon = Falcon.of(730, 3);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id|asc",
                "first_seen_timestamp|asc",
                "last_seen_timestamp.desc",
                "hostname.asc",
                "platform_name|desc"
            })
    void givesEveryHostOnceByOffset(String sort) {
        List<String> ids = new ArrayList<>();
        int total;
        do {
            JsonNode page =
                    falcon.read(
                            Falcon.QUERIES,
                            "offset",
                            "" + ids.size(),
                            "limit",
                            "100",
                            "sort",
                            sort);
            total = page.get("meta").get("pagination").get("total").asInt();
            page.get("resources").forEach(id -> ids.add(id.asString()));
        } while (ids.size() < total);

        assertThat(ids).hasSize(730).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"first_seen_timestamp|asc", "last_seen_timestamp|asc", "id.asc"})
    void givesEveryHostOnceAndInOrderByCursor(String sort) {
        List<JsonNode> hosts = falcon.all(Falcon.COMBINED, EVERY, sort, 47);

        String field = sort.substring(0, sort.length() - 4);
        List<String> keys =
                hosts.stream().map(h -> h.get(field).asString() + h.get("id").asString()).toList();
        assertThat(keys).hasSize(730).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void givesTheRecordsOfKnownIdsAndLeavesOthersOut() {
        JsonNode ids = falcon.read(Falcon.QUERIES, "limit", "2", "filter", "entity_type:'managed'");
        String one = ids.get("resources").get(0).asString();
        String two = ids.get("resources").get(1).asString();

        JsonNode found =
                falcon.read(
                        Falcon.ENTITIES,
                        "ids",
                        two,
                        "ids",
                        one,
                        "ids",
                        one.substring(5),
                        "ids",
                        one + "x");

        assertThat(found.get("resources").size()).isEqualTo(2);
        assertThat(found.get("resources").get(0).get("id").asString()).isEqualTo(two);
        assertThat(found.get("resources").get(1).get("aid").asString())
                .matches("[0-9a-f]{12}4[0-9a-f]{19}");
        assertThat(found.get("meta").has("pagination")).isFalse();
    }

    @Test
    void refusesWhatLiesBeyondTheWindowButTellsTheTotal() {
        Falcon large = Falcon.of(10_050, 1);

        JsonNode last = large.read(Falcon.QUERIES, "offset", "9900", "limit", "100");
        SimulatedAnswer beyond = large.get(Falcon.QUERIES, "offset", "10000", "limit", "100");

        assertThat(last.get("resources").size()).isEqualTo(100);
        assertThat(last.get("meta").get("pagination").get("total").asInt()).isEqualTo(10_050);
        assertThat(beyond.status()).isEqualTo(400);
        assertThat(Falcon.error(beyond))
                .isEqualTo(
                        "offset 10000 and limit 100 are invalid; offset + limit must be less than"
                                + " or equal to 10000");
        assertThat(Falcon.json(beyond).get("resources").isNull()).isTrue();
        assertThat(large.all(Falcon.COMBINED, EVERY, "id|asc", 1000)).hasSize(10_050);
    }

    @Test
    void refusesBadParameters() {
        assertThat(falcon.get(Falcon.COMBINED).status()).isEqualTo(400);
        assertThat(Falcon.error(falcon.get(Falcon.QUERIES, "limit", "101")))
                .isEqualTo("101 is an invalid page size, must be between 1 and 100");
        assertThat(falcon.get(Falcon.COMBINED, "filter", EVERY, "limit", "1001").status())
                .isEqualTo(400);
        assertThat(Falcon.error(falcon.get(Falcon.QUERIES, "filter", "os:'x'")))
                .isEqualTo("Failed to parse filter expression. ['os' is an unknown property]");
        assertThat(falcon.get(Falcon.ENTITIES).status()).isEqualTo(400);
        assertThat(falcon.get(Falcon.COMBINED, "filter", EVERY, "after", "x").status())
                .isEqualTo(404);
        assertThat(falcon.get("/discover/queries/accounts/v1").status()).isEqualTo(404);
    }

    @Test
    void findsByPatternWithCase() {
        List<JsonNode> hits = falcon.all(Falcon.COMBINED, "hostname:*'*-PC-*'", "id|asc", 1000);

        assertThat(hits).isNotEmpty().allMatch(h -> h.get("hostname").asString().contains("-PC-"));
        assertThat(falcon.all(Falcon.COMBINED, "hostname:*'*-pc-*'", "id|asc", 1000)).isEmpty();
    }

    @Test
    void knowsEveryFindingsHostExceptTheOrphans() {
        Set<String> aids = new HashSet<>();
        falcon.all(Falcon.COMBINED, "entity_type:'managed'", "id|asc", 1000)
                .forEach(h -> aids.add(h.get("aid").asString()));

        long orphans =
                falcon.all(Falcon.SPOTLIGHT, Falcon.ALL, "created_timestamp|asc", 5000).stream()
                        .filter(f -> !aids.contains(f.get("aid").asString()))
                        .count();

        assertThat(aids).hasSize(660);
        assertThat(falcon.oracle()).contains("\nfindings.orphans=" + orphans + "\n");
    }
}
