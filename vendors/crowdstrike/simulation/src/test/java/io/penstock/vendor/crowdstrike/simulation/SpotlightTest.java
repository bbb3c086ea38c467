package io.penstock.vendor.crowdstrike.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.simulator.SimulatedAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

class SpotlightTest {

    private static final String[] FACETS = {"cve", "host_info", "remediation", "evaluation_logic"};

    private final Falcon falcon = Falcon.of(300, 12);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "created_timestamp:>'1970-01-01'; created_timestamp|asc",
                "created_timestamp:>'1970-01-01'; created_timestamp.desc",
                "created_timestamp:>'1970-01-01'; updated_timestamp|asc",
                "created_timestamp:>'1970-01-01'; updated_timestamp.desc",
                "created_timestamp:>'1970-01-01'; closed_timestamp|asc",
                "created_timestamp:>'1970-01-01'; closed_timestamp|desc",
                "status:['open','reopen']; created_timestamp|asc",
                "status:'closed'+cve.severity:'HIGH'; updated_timestamp|asc",
                "updated_timestamp:>='2026-01-01'+updated_timestamp:<'2026-06-01';"
                        + " updated_timestamp|desc",
                "created_timestamp:>='2025-03-01'+created_timestamp:<='2025-09-01T10:32';"
                        + " created_timestamp|desc"
            })
    void givesEveryFindingOnceAndInOrder(String filter, String sort) {
        List<JsonNode> records = falcon.all(Falcon.SPOTLIGHT, filter, sort, 71);

        String field = sort.substring(0, sort.indexOf("timestamp") + 9);
        Set<String> ids = new HashSet<>();
        records.forEach(r -> ids.add(r.get("id").asString()));
        assertThat(ids).hasSameSizeAs(records).hasSize(falcon.total(filter)).isNotEmpty();
        Comparator<JsonNode> order =
                Comparator.<JsonNode, String>comparing(r -> r.path(field).asString(""))
                        .thenComparing(r -> r.get("id").asString());
        assertThat(records).isSortedAccordingTo(sort.endsWith("desc") ? order.reversed() : order);
    }

    @Test
    void cutsByCreationWithoutLossOrOverlap() {
        String[] edges = {
            "2024-11-11", "2025-05-01T07:31", "2025-05-01T07:32:11Z", "2026-02-02", "2027-01-01"
        };
        int sum = 0;
        for (int i = 0; i + 1 < edges.length; i++) {
            String slice =
                    "created_timestamp:>='"
                            + edges[i]
                            + "'+created_timestamp:<'"
                            + edges[i + 1]
                            + "'";
            int total = falcon.total(slice);
            assertThat(falcon.all(Falcon.SPOTLIGHT, slice, "created_timestamp|asc", 5000))
                    .hasSize(total);
            sum += total;
        }

        assertThat(sum).isEqualTo(falcon.total(Falcon.ALL));
    }

    @Test
    void totalsOfAPartitionAddUp() {
        int all = falcon.total(Falcon.ALL);

        assertThat(falcon.total("status:'open'") + falcon.total("status:!'open'")).isEqualTo(all);
        assertThat(falcon.total("cve.id:['']") + falcon.total("cve.id:!['']")).isEqualTo(all);
        assertThat(
                        falcon.total("cve.is_cisa_kev:true,cve.exploit_status:'90'")
                                + falcon.total("cve.is_cisa_kev:false+cve.exploit_status:!'90'"))
                .isEqualTo(all);
        assertThat(falcon.total("host_info.platform_name:['Windows','Linux','Mac']"))
                .isEqualTo(all);
    }

    @Test
    void sendsABlockOnlyWhenItsFacetIsAskedFor() {
        JsonNode bare = first();
        for (String facet : FACETS) {
            JsonNode record = first("facet", facet);
            for (String block : List.of("cve", "host_info", "remediation")) {
                assertThat(record.has(block))
                        .as("%s for %s", block, facet)
                        .isEqualTo(block.equals(facet));
            }
            assertThat(record.get("apps").get(0).get("evaluation_logic").size() > 1)
                    .isEqualTo(facet.equals("evaluation_logic"));
        }
        assertThat(bare.get("apps").get(0).get("remediation").get("ids").size()).isPositive();
        assertThat(first("facet", "cve,host_info").has("cve")).isFalse();
    }

    private JsonNode first(String... more) {
        List<String> parameters = new ArrayList<>(List.of("filter", Falcon.ALL, "limit", "1"));
        parameters.addAll(List.of(more));
        return falcon.read(Falcon.SPOTLIGHT, parameters.toArray(String[]::new))
                .get("resources")
                .get(0);
    }

    @Test
    void usesACursorAgainWithAnotherPageSize() {
        JsonNode page = falcon.read(Falcon.SPOTLIGHT, "filter", Falcon.ALL, "limit", "10");
        String after = page.get("meta").get("pagination").get("after").asString();
        JsonNode last = page.get("resources").get(9);

        JsonNode ten =
                falcon.read(Falcon.SPOTLIGHT, "filter", Falcon.ALL, "limit", "10", "after", after);
        JsonNode five =
                falcon.read(Falcon.SPOTLIGHT, "filter", Falcon.ALL, "limit", "5", "after", after);

        assertThat(five.get("resources").get(4)).isEqualTo(ten.get("resources").get(4));
        assertThat(new String(Base64.getDecoder().decode(after), StandardCharsets.UTF_8))
                .startsWith("[")
                .endsWith("000,\"" + last.get("id").asString() + "\"]");
    }

    @Test
    void leavesTheLastCursorEmptyOrAliveAsConfigured() {
        Falcon live = Falcon.of(50, 2, "last-after", "live");
        JsonNode page = live.read(Falcon.SPOTLIGHT, "filter", Falcon.ALL, "limit", "5000");
        String after = page.get("meta").get("pagination").get("after").asString();

        JsonNode beyond = live.read(Falcon.SPOTLIGHT, "filter", Falcon.ALL, "after", after);

        assertThat(after).isNotEmpty();
        assertThat(beyond.get("resources").isEmpty()).isTrue();
        assertThat(beyond.get("meta").get("pagination").get("after").asString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "; 100; filter is required",
                "status:'open'; 5001; 5001 is an invalid page size, must be between 1 and 5000",
                "status:'open'; 0; 0 is an invalid page size, must be between 1 and 5000",
                "os:'x'; 1; invalid input data: 'os' is an unknown property",
                "status:*'o*'; 1; invalid input data: 'status' cannot be compared with * and this"
                        + " value",
                "status:'open' cve.id:'x'; 1; invalid input data: expected + or , at 13"
            })
    void refusesBadParameters(String filter, String limit, String message) {
        SimulatedAnswer answer =
                falcon.get(
                        Falcon.SPOTLIGHT, "filter", filter == null ? "" : filter, "limit", limit);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Falcon.error(answer)).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cve.id|asc", "created_timestamp", "created_timestamp|up"})
    void refusesOtherSorts(String sort) {
        SimulatedAnswer answer = falcon.get(Falcon.SPOTLIGHT, "filter", Falcon.ALL, "sort", sort);

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void compressesToTheSameText() throws IOException {
        String[] parameters = {
            "filter",
            Falcon.ALL,
            "limit",
            "3000",
            "facet",
            "cve",
            "facet",
            "host_info",
            "facet",
            "remediation"
        };
        SimulatedAnswer plain = falcon.get(Falcon.SPOTLIGHT, parameters);
        SimulatedAnswer packed = falcon.get(falcon.bearer(), true, Falcon.SPOTLIGHT, parameters);

        assertThat(packed.headers()).containsEntry("Content-Encoding", "gzip");
        assertThat(packed.body().length).isLessThan(plain.body().length / 2);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
        }
    }

    @Test
    void givesTheSameBytesForTheSameSeedOnly() {
        String[] parameters = {
            "filter",
            "status:'open'",
            "limit",
            "500",
            "sort",
            "updated_timestamp|asc",
            "facet",
            "cve",
            "facet",
            "cve"
        };

        Falcon falcon = Falcon.ofSeed(3, 200, 12);
        Falcon same = Falcon.ofSeed(3, 200, 12);
        // What was asked before must not show in the bytes.
        same.all(Falcon.SPOTLIGHT, Falcon.ALL, "created_timestamp|desc", 5000);
        byte[] first = falcon.get(Falcon.SPOTLIGHT, parameters).body();
        byte[] other = Falcon.ofSeed(4, 200, 12).get(Falcon.SPOTLIGHT, parameters).body();

        assertThat(same.get(Falcon.SPOTLIGHT, parameters).body()).isEqualTo(first);
        assertThat(same.get(same.bearer(), true, Falcon.SPOTLIGHT, parameters).body())
                .isEqualTo(falcon.get(falcon.bearer(), true, Falcon.SPOTLIGHT, parameters).body());
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void filtersRelativeToTheTenantsPresent() {
        int week = falcon.total("created_timestamp:>'now-7d'");

        assertThat(week).isEqualTo(falcon.total("created_timestamp:>'2026-10-25T00:00:00Z'"));
        assertThat(week).isPositive().isEqualTo(falcon.total("created_timestamp:>'now-168h'"));
    }
}
