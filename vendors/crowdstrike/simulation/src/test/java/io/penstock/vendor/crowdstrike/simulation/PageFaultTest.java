package io.penstock.vendor.crowdstrike.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.simulator.SimulatorServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A reader that mistrusts every page ends up with the rows of the oracle, whatever one fault does.
 */
class PageFaultTest {

    private static final String EVERY = "entity_type:!'x'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "last-after=live",
                "last-after=wrap",
                "last-after=ping-pong",
                "no-after=null",
                "no-after=missing",
                "short-page=500",
                "empty-page=300",
                "lost-rows=300",
                "total-drift=7",
                "total-zero=300",
                "moving-rows=10",
                "lost-facet=cve",
                "hosts-without-aid=200",
                "twin-names=200",
                "orphans=200",
                "prefixed-aids=on",
                "customers=4",
                "old-records=300",
                "one-instant=200",
                "advance=7:0.1"
            })
    void aPatientReaderEndsUpWithTheOracle(String fault) throws Exception {
        String[] option = fault.split("=");
        Falcon falcon = Falcon.of(300, 12, option[0], option[1]);
        try (SimulatorServer server = SimulatorServer.start(falcon.api(), 0)) {
            PatientReader reader = new PatientReader(server.address(), falcon.bearer());
            if (option[0].equals("moving-rows")) {
                // A first read while everything moves; it ends after fifty pages.
                reader.findings(Falcon.ALL, 3);
            }

            int passes = option[0].equals("lost-rows") ? 8 : 1;
            Map<String, String> findings = reader.findings(Falcon.ALL, passes);
            Map<String, String> hosts = reader.hosts(EVERY, passes);

            assertThat(findings).isEqualTo(falcon.rows("findings"));
            assertThat(hosts).isEqualTo(falcon.rows("hosts"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void faultsCanBeMixed(long seed) throws Exception {
        Falcon falcon =
                Falcon.ofSeed(
                        seed,
                        200,
                        8,
                        "last-after",
                        seed % 2 == 0 ? "wrap" : "ping-pong",
                        "short-page",
                        "" + 50 * seed,
                        "empty-page",
                        "100",
                        "lost-rows",
                        "100",
                        "total-drift",
                        "5",
                        "customers",
                        "" + seed,
                        "advance",
                        "5:0.05,3:0." + seed);
        try (SimulatorServer server = SimulatorServer.start(falcon.api(), 0)) {
            PatientReader reader = new PatientReader(server.address(), falcon.bearer());

            assertThat(reader.findings(Falcon.ALL, 8)).isEqualTo(falcon.rows("findings"));
            assertThat(reader.hosts(EVERY, 8)).isEqualTo(falcon.rows("hosts"));
        }
    }

    @Test
    void aWrappedCursorLeadsToTheStart() {
        Falcon falcon = Falcon.of(100, 5, "last-after", "wrap");
        List<List<String>> pages = pages(falcon, 6, 200);

        int whole = (falcon.total(Falcon.ALL) + 199) / 200;
        assertThat(pages.get(whole)).isEqualTo(pages.getFirst());
    }

    @Test
    void aPingPongAlternatesBetweenTwoPages() {
        Falcon falcon = Falcon.of(100, 5, "last-after", "ping-pong");
        int whole = (falcon.total(Falcon.ALL) + 199) / 200;
        List<List<String>> pages = pages(falcon, whole + 6, 200);

        assertThat(pages.get(whole)).isEqualTo(pages.get(whole + 2)).isNotEmpty();
        assertThat(pages.get(whole + 1)).isEqualTo(pages.get(whole + 3)).isNotEmpty();
        assertThat(pages.get(whole)).isNotEqualTo(pages.get(whole + 1));
    }

    @Test
    void shortPagesGoOnBehindTheirLastRow() {
        Falcon falcon = Falcon.of(100, 5, "short-page", "1000");
        List<JsonNode> all =
                falcon.all(Falcon.SPOTLIGHT, Falcon.ALL, "created_timestamp|desc", 100);

        assertThat(all).hasSize(falcon.total(Falcon.ALL));
        assertThat(pages(falcon, 1, 100).getFirst()).hasSizeLessThan(100);
    }

    @Test
    void emptyPagesLeadOn() {
        Falcon falcon = Falcon.of(100, 5, "empty-page", "400");

        for (String sort : new String[] {"created_timestamp|asc", "updated_timestamp.desc"}) {
            assertThat(falcon.all(Falcon.SPOTLIGHT, Falcon.ALL, sort, 50))
                    .hasSize(falcon.total(Falcon.ALL));
        }
        assertThat(falcon.all(Falcon.COMBINED, EVERY, "hostname|desc", 7)).hasSize(100);
    }

    @Test
    void lostRowsAreMissingFromThatCallOnly() {
        Falcon falcon = Falcon.of(100, 5, "lost-rows", "1000");
        int total = falcon.total(Falcon.ALL);

        assertThat(falcon.all(Falcon.SPOTLIGHT, Falcon.ALL, "created_timestamp|asc", 100))
                .hasSizeLessThan(total);
        Set<String> seen = new HashSet<>();
        for (int pass = 0; pass < 20; pass++) {
            falcon.all(Falcon.SPOTLIGHT, Falcon.ALL, "created_timestamp|asc", 100)
                    .forEach(f -> seen.add(f.get("id").asString()));
        }
        assertThat(seen).hasSize(total);
    }

    @Test
    void aLostFacetTakesItsBlockAway() {
        Falcon falcon = Falcon.of(100, 5, "lost-facet", "host_info");
        JsonNode finding =
                falcon.read(
                                Falcon.SPOTLIGHT,
                                "filter",
                                Falcon.ALL,
                                "facet",
                                "cve",
                                "facet",
                                "host_info")
                        .get("resources")
                        .get(0);

        assertThat(finding.has("cve")).isTrue();
        assertThat(finding.has("host_info")).isFalse();
    }

    @Test
    void idsAreGoneForGoodOrForOneCall() {
        String[] hundred = {"limit", "100", "filter", EVERY};
        Falcon good = Falcon.of(300, 1, "gone-ids", "200");
        Falcon once = Falcon.of(300, 1, "missing-ids", "200");

        assertThat(entities(good, hundred))
                .isEqualTo(entities(good, hundred))
                .hasSizeBetween(50, 99);
        Set<String> first = entities(once, hundred);
        Set<String> second = entities(once, hundred);
        assertThat(first).isNotEqualTo(second).hasSizeBetween(50, 99);
    }

    private static Set<String> entities(Falcon falcon, String[] query) {
        List<String> parameters = new ArrayList<>();
        falcon.read(Falcon.QUERIES, query)
                .get("resources")
                .forEach(id -> parameters.addAll(List.of("ids", id.asString())));
        Set<String> ids = new HashSet<>();
        falcon.read(Falcon.ENTITIES, parameters.toArray(String[]::new))
                .get("resources")
                .forEach(host -> ids.add(host.get("id").asString()));
        return ids;
    }

    /** The ids of some pages in a row. */
    private static List<List<String>> pages(Falcon falcon, int count, int limit) {
        List<List<String>> pages = new ArrayList<>();
        String after = "";
        for (int i = 0; i < count; i++) {
            JsonNode page =
                    falcon.read(
                            Falcon.SPOTLIGHT,
                            "filter",
                            Falcon.ALL,
                            "limit",
                            "" + limit,
                            after.isEmpty() ? "sort" : "after",
                            after.isEmpty() ? "created_timestamp|asc" : after);
            List<String> ids = new ArrayList<>();
            page.get("resources").forEach(f -> ids.add(f.get("id").asString()));
            pages.add(ids);
            after = page.get("meta").get("pagination").get("after").asString();
        }
        return pages;
    }
}
