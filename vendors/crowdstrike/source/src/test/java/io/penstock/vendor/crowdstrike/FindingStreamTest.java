package io.penstock.vendor.crowdstrike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.source.Page;
import io.penstock.source.ReadWindow;
import io.penstock.vendor.crowdstrike.FalconServer.Answer;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class FindingStreamTest {

    private static final String PATH = Endpoint.VULNERABILITIES.path();
    private static final ReadPlan ONLY_CVE =
            new ReadPlan(List.of(400), 100, 10_000, List.of(1_000), List.of("cve"));

    private final ScriptedFindings vendor = new ScriptedFindings();

    @Test
    void endsOnTheRecordedLastPageAlthoughItsCursorIsAlive() {
        var sample = Samples.bytes("01-spotlight-combined-5-of-5-after-still-set.json");
        try (var server = new FalconServer(call -> sampleOrToken(call, sample))) {
            var page =
                    server.session(ONLY_CVE).read(Samples.FINDINGS, Samples.FULL, Position.START);
            assertThat(page.body()).isEqualTo(sample);
            assertThat(page.encoding()).isEqualTo("identity");
            assertThat(List.of(page.records(), page.fresh(), (int) page.total())).containsOnly(5);
            assertThat(page.last()).isTrue();
        }
    }

    @Test
    void endsOnTheRecordedPageWithAnEmptyCursor() {
        var sample = Samples.bytes("02-spotlight-combined-1-of-1-kev-after-empty.json");
        try (var server = new FalconServer(call -> sampleOrToken(call, sample))) {
            var page =
                    server.session(ONLY_CVE).read(Samples.FINDINGS, Samples.FULL, Position.START);
            assertThat(page.last()).isTrue();
            assertThat(page.next().text())
                    .isEqualTo(
                            "f2 - 1 2023-09-26T16:04:24Z"
                                + " f353c7636e944ec3877933f4c14bb942_4da4722c5f603f8c802588b786e50d20"
                                + " 1 - -");
        }
    }

    @Test
    void refusesPagesWithoutABlockThatWasAskedFor() {
        var sample = Samples.bytes("01-spotlight-combined-5-of-5-after-still-set.json");
        try (var server = new FalconServer(call -> sampleOrToken(call, sample))) {
            var session = server.session(ReadPlan.standard());
            assertThatThrownBy(() -> session.read(Samples.FINDINGS, Samples.FULL, Position.START))
                    .hasMessageContaining("5 of 5 findings on a page lack the block 'host_info'");
        }
    }

    @Test
    void readsEveryFindingOnceAndRepeatsEveryParameterOnEachPage() {
        vendor.add("2026-01-01T00:00:00Z", 3).add("2026-01-02T00:00:00Z", 4);
        try (var server = new FalconServer(vendor)) {
            var pages = walk(server, Samples.plan(2, 100, 10_000));
            assertThat(fresh(pages)).isEqualTo(7);
            assertThat(pages).extracting(Page::total).containsOnly(7L);
            assertThat(pages).extracting(Page::encoding).containsOnly("gzip");
            assertThat(server.callsTo(PATH).stream().filter(c -> !c.first("limit").equals("1")))
                    .allSatisfy(call -> {
                        assertThat(call.query().get("facet")).containsExactly("cve", "host_info");
                        assertThat(call.first("sort")).isEqualTo("created_timestamp|asc");
                        assertThat(call.first("filter"))
                                .isEqualTo("(created_timestamp:<'2026-11-23T12:00:00Z')");
                    });
        }
    }

    @Test
    void goesOnAfterTheLastRecordWhenTheCursorIsDead() {
        vendor.add("2026-01-01T00:00:00Z", 7).add("2026-01-02T00:00:00Z", 2);
        vendor.cursorsDie = true;
        try (var server = new FalconServer(vendor)) {
            var session = server.session(Samples.plan(8, 100, 10_000));
            var first = session.read(Samples.FINDINGS, Samples.FULL, Position.START);
            var second = session.read(Samples.FINDINGS, Samples.FULL, first.next());
            assertThat(first.fresh()).isEqualTo(8);
            assertThat(second.fresh()).isEqualTo(1);
            assertThat(second.records()).isEqualTo(2);
            assertThat(second.last()).isTrue();
            assertThat(server.calls.get(server.calls.size() - 2).first("filter"))
                    .startsWith("(created_timestamp:>='2026-01-02T00:00:00Z')+");
        }
    }

    @Test
    void stepsOverPagesItHasDeliveredWhenManyFindingsShareASecond() {
        vendor.add("2026-01-01T00:00:00Z", 9);
        try (var server = new FalconServer(vendor)) {
            var reached = new RecordKey("2026-01-01T00:00:00Z", "a_000004");
            var position = position("", 5, reached, 5, "").text();
            var page =
                    server.session(Samples.plan(2, 100, 10_000))
                            .read(Samples.FINDINGS, Samples.FULL, position);
            assertThat(page.records()).isEqualTo(2);
            assertThat(page.fresh()).isEqualTo(1);
            assertThat(page.last()).isFalse();
        }
    }

    @Test
    void endsWithoutNewRecordsWhenTheLastCursorLeadsBackToTheStart() {
        vendor.add("2026-01-01T00:00:00Z", 4);
        vendor.lastCursorLeadsToStart = true;
        try (var server = new FalconServer(vendor)) {
            var session = server.session(Samples.plan(4, 100, 10_000));
            var reached = vendor.rows.getLast();
            var alive = position("", 3, reached, 3, reached.timestamp() + "_" + reached.id());
            var page = session.read(Samples.FINDINGS, Samples.FULL, alive.text());
            assertThat(page.fresh()).isZero();
            assertThat(page.last()).isTrue();
        }
    }

    @Test
    void takesAShortPageForNoEndAndSaysSoWhenNothingMoreComes() {
        var rows = vendor.add("2026-01-01T00:00:00Z", 3).rows;
        try (var server =
                new FalconServer(
                        call -> sampleOrToken(call, ScriptedFindings.body(rows, 10, true, 5)))) {
            var session = server.session(Samples.plan(5, 100, 10_000));
            var page = session.read(Samples.FINDINGS, Samples.FULL, Position.START);
            assertThat(page.fresh()).isEqualTo(3);
            assertThat(page.total()).isEqualTo(10);
            assertThat(page.last()).isFalse();
            assertThatThrownBy(() -> session.read(Samples.FINDINGS, Samples.FULL, page.next()))
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            e -> {
                                assertThat(e.fault().code()).isEqualTo("VENDOR_CURSOR_LOOPS");
                                assertThat(e.fault().kind().retryable()).isTrue();
                            });
        }
    }

    @Test
    void asksForSmallerPagesAfterACutOffBody() {
        vendor.add("2026-01-01T00:00:00Z", 6);
        try (var server = new FalconServer(vendor)) {
            var session = server.session(Samples.plan(4, 100, 10_000));
            server.script(call -> cut(vendor.answer(call)));
            assertThatThrownBy(() -> session.read(Samples.FINDINGS, Samples.FULL, Position.START))
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            e -> assertThat(e.fault().kind()).isEqualTo(FaultKind.MALFORMED));
            server.script(vendor);
            assertThat(session.read(Samples.FINDINGS, Samples.FULL, Position.START).records())
                    .isEqualTo(2);
        }
    }

    @Test
    void readsChangesOfAWindowWithinTheBoundsOfASlice() {
        vendor.add("2026-01-01T00:00:00Z", 1);
        try (var server = new FalconServer(vendor)) {
            var window =
                    new ReadWindow(
                            Instant.parse("2026-11-22T00:00:00Z"),
                            Instant.parse("2026-11-23T00:00:00Z"));
            var slice =
                    new Slice(
                            FalconDescriptor.FINDINGS,
                            3,
                            "2025-01-01T00:00:00Z",
                            "2026-02-01T00:00:00Z");
            server.session(Samples.plan(4, 100, 10_000)).total(slice, window);
            assertThat(server.calls.getLast().first("filter"))
                    .isEqualTo(
                            "(created_timestamp:>='2025-01-01T00:00:00Z')"
                                    + "+(created_timestamp:<'2026-02-01T00:00:00Z')"
                                    + "+(updated_timestamp:>='2026-11-22T00:00:00Z')"
                                    + "+(updated_timestamp:<'2026-11-23T00:00:00Z')");
        }
    }

    /** A position under the filter of a whole full read. */
    private static CursorPosition position(
            String since, long walked, RecordKey reached, long counted, String after) {
        var filter = Fql.filter(StreamKey.FINDINGS, Samples.FINDINGS, Samples.FULL, since);
        var cursor = new CursorPosition.Cursor(Fql.digest(filter), after);
        return new CursorPosition(since, walked, reached, counted, cursor);
    }

    private static Answer cut(Answer whole) {
        if (whole.status() != 200) {
            return whole;
        }
        var half = java.util.Arrays.copyOf(whole.body(), whole.body().length / 2);
        return new Answer(whole.status(), whole.headers(), half);
    }

    private static Answer sampleOrToken(FalconServer.Call call, byte[] sample) {
        return call.path().equals(TokenKeeper.PATH)
                ? FalconServer.token("token")
                : new Answer(200, java.util.Map.of("Content-Type", "application/json"), sample);
    }

    private static Answer sampleOrToken(FalconServer.Call call, String sample) {
        return sampleOrToken(call, sample.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static int fresh(List<Page> pages) {
        return pages.stream().mapToInt(Page::fresh).sum();
    }

    private static List<Page> walk(FalconServer server, ReadPlan plan) {
        var session = server.session(plan);
        var pages = new ArrayList<Page>();
        var position = Position.START;
        do {
            pages.add(session.read(Samples.FINDINGS, Samples.FULL, position));
            position = pages.getLast().next();
        } while (!pages.getLast().last() && pages.size() < 100);
        return pages;
    }
}
