package io.penstock.vendor.crowdstrike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.run.Position;
import io.penstock.source.Page;
import io.penstock.vendor.crowdstrike.FalconServer.Answer;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

class HostStreamTest {

    private static final int WINDOW = 20;
    private static final ReadPlan PLAN = Samples.plan(100, 5, WINDOW);

    private final ScriptedHosts vendor = new ScriptedHosts(WINDOW);

    @Test
    void handsOverTheRecordsAsTheyCame() {
        var sample = Samples.bytes("06-discover-hosts-unmanaged.json");
        try (var server = new FalconServer(vendor)) {
            server.script(call -> sampleOf(call, sample));
            var page = server.session(PLAN).read(Samples.HOSTS, Samples.FULL, Position.START);
            assertThat(page.body()).isEqualTo(sample);
            assertThat(page.records()).isEqualTo(3);
            assertThat(page.total()).isEqualTo(3);
            assertThat(page.last()).isTrue();
            assertThat(page.next().text()).isEqualTo("h1 2025-07-17T08:00:00Z 1 3");
        }
    }

    private static Answer sampleOf(FalconServer.Call call, byte[] sample) {
        return switch (call.path()) {
            case TokenKeeper.PATH -> FalconServer.token("token");
            case "/discover/queries/hosts/v1" ->
                    Answer.json(
                            200,
                            "{\"meta\":{\"pagination\":{\"total\":3}},\"resources\":[\"a\",\"b\",\"c\"]}");
            default -> new Answer(200, Map.of("Content-Type", "application/json"), sample);
        };
    }

    @Test
    void readsAnyNumberOfHostsPastTheWindow() {
        for (int hour = 10; hour < 20; hour++) {
            vendor.add("2026-01-01T" + hour + ":00:00Z", hour - 3);
        }
        try (var server = new FalconServer(vendor)) {
            var pages = walk(server, Position.START);
            assertThat(ids(pages)).hasSize(vendor.rows.size()).hasSizeGreaterThan(5 * WINDOW);
            assertThat(pages).extracting(Page::total).containsOnly((long) vendor.rows.size());
            assertThat(pages.stream().mapToInt(Page::records).sum()).isEqualTo(vendor.rows.size());
        }
    }

    @Test
    void goesOnWithANewSessionFromAPosition() {
        vendor.add("2026-01-01T10:00:00Z", 12).add("2026-01-01T11:00:00Z", 4);
        try (var server = new FalconServer(vendor)) {
            var first = server.session(PLAN).read(Samples.HOSTS, Samples.FULL, Position.START);
            var rest = walk(server, first.next());
            assertThat(ids(rest)).hasSize(11);
        }
    }

    @Test
    void losesNobodyWhenHostsBehindTheReaderLeaveTheResult() {
        vendor.add("2026-01-01T10:00:00Z", 4).add("2026-01-01T11:00:00Z", 4);
        vendor.add("2026-01-01T12:00:00Z", 7);
        try (var server = new FalconServer(vendor)) {
            var first = server.session(PLAN).read(Samples.HOSTS, Samples.FULL, Position.START);
            vendor.rows.subList(0, 4).clear();
            assertThat(ids(walk(server, first.next()))).hasSize(10);
        }
    }

    @Test
    void countsIdsWithoutARecordAsNotReceivedAndGoesOn() {
        vendor.add("2026-01-01T10:00:00Z", 3).add("2026-01-01T11:00:00Z", 12);
        vendor.rows.subList(3, 9).forEach(r -> vendor.goneAtEntities.add(r.id()));
        try (var server = new FalconServer(vendor)) {
            assertThat(ids(walk(server, Position.START))).hasSize(9);
        }
    }

    @Test
    void saysSoWhenOneInstantHoldsMoreThanTheWindow() {
        vendor.add("2026-01-01T10:00:00Z", WINDOW + 1);
        try (var server = new FalconServer(vendor)) {
            assertThatThrownBy(() -> walk(server, Position.START))
                    .hasMessageContaining("More than 20 hosts share the first_seen_timestamp")
                    .hasMessageContaining("2026-01-01T10:00:00Z");
        }
    }

    @Test
    void anEmptyTenantIsOneEmptyLastPage() {
        try (var server = new FalconServer(vendor)) {
            var page = server.session(PLAN).read(Samples.HOSTS, Samples.FULL, Position.START);
            assertThat(page.records()).isZero();
            assertThat(page.last()).isTrue();
        }
    }

    private static List<Page> walk(FalconServer server, Position from) {
        var session = server.session(PLAN);
        var pages = new ArrayList<Page>();
        var position = from;
        do {
            pages.add(session.read(Samples.HOSTS, Samples.FULL, position));
            position = pages.getLast().next();
        } while (!pages.getLast().last() && pages.size() < 1_000);
        return pages;
    }

    private static Set<String> ids(List<Page> pages) {
        var ids = new HashSet<String>();
        for (var page : pages) {
            var json = Samples.json(page.body());
            json.path("resources").forEach(r -> ids.add(r.path("id").stringValue()));
        }
        assertThat(new String(pages.getFirst().body(), StandardCharsets.UTF_8))
                .contains("resources");
        return ids;
    }
}
