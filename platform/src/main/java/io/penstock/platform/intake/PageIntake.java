package io.penstock.platform.intake;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.wire.PlannedSlices;
import io.penstock.wire.Receipt;
import io.penstock.wire.SliceEnd;
import io.penstock.wire.SliceVerdict;
import io.penstock.wire.StreamState;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Duration;

/**
 * Takes pages in. The raw page, the position after it and the slice's counts are committed together
 * (design section 4); a page that is there already is answered with its receipt and stored once.
 */
@Component
class PageIntake {

    private static final Duration BACKLOG_WAIT = Duration.ofSeconds(2);

    private static final String SLICE =
            """
            select next_sequence, position, last_page_in, state from run_slice
            where tenant_id = ? and run_id = ? and stream = ? and slice = ? for update
            """;

    private static final String PAGE =
            """
            insert into raw_page (tenant_id, run_id, stream, slice, sequence, hosts, encoding, sha256,
                records, body, received_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now())
            """;

    private static final String ADVANCE =
            """
            update run_slice set position = ?, next_sequence = next_sequence + 1,
                received = received + ?, distinct_count = distinct_count + ?,
                announced_total = greatest(announced_total, ?), last_page_in = ?
            where tenant_id = ? and run_id = ? and stream = ? and slice = ?
            """;

    private static final String BACKLOG =
            """
            select coalesce(sum(octet_length(body)), 0) from raw_page where state = 'PENDING'
            """;

    private static final String JUDGE =
            """
            update run_slice set vendor_total = ?, state = case when distinct_count = ? then 'SEALED'
                else 'INCOMPLETE' end, reason = case when distinct_count = ? then ''
                else distinct_count || ' distinct records received, the vendor has ' || ? end
            where tenant_id = ? and run_id = ? and stream = ? and slice = ? and state = 'OPEN'
            """;

    private final JdbcClient jdbc;
    private final RunLeases runs;
    private final SliceRows slices;
    private final PageArrivals arrivals;
    private final IntakeSettings settings;

    PageIntake(
            JdbcClient jdbc,
            RunLeases runs,
            SliceRows slices,
            PageArrivals arrivals,
            IntakeSettings settings) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.slices = slices;
        this.arrivals = arrivals;
        this.settings = settings;
    }

    private record SliceRow(long nextSequence, String position, boolean lastPageIn, String state) {}

    @Transactional
    public StreamState plan(EngineCall call, String stream, PlannedSlices plan) {
        if (plan.slices().isEmpty() || plan.slices().size() > PlannedSlices.SLICES_MAX) {
            throw malformed(
                    "PLAN_SIZE",
                    "A stream has 1 to "
                            + PlannedSlices.SLICES_MAX
                            + " slices; the plan of '"
                            + stream
                            + "' has "
                            + plan.slices().size()
                            + ".");
        }
        var run = runs.held(call);
        requireStream(call, run, stream);
        slices.plan(call.tenantId(), run.id(), stream, plan);
        return slices.stream(call.tenantId(), run.id(), stream);
    }

    private boolean requireStream(EngineCall call, RunRow run, String stream) {
        return slices.hostsStream(call.tenantId(), run.id(), stream)
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "STREAM_UNKNOWN",
                                "Run " + run.uuid() + " has no stream '" + stream + "'.",
                                "Engine and platform carry different vendor packages: use"
                                        + " the same version."));
    }

    /** Refuses when too much waits for transformation; asked before the body is read. */
    void requireRoom() {
        var waiting = jdbc.sql(BACKLOG).query(Long.class).single();
        if (waiting > settings.backlogBytes().toBytes()) {
            throw new FaultException(
                    Fault.of(
                                    FaultKind.RATE_LIMITED,
                                    "BACKLOG_FULL",
                                    waiting
                                            + " bytes wait for transformation, at most "
                                            + settings.backlogBytes().toBytes()
                                            + ".",
                                    "The engine waits and tries again.")
                            .after(BACKLOG_WAIT));
        }
    }

    @Transactional
    public Receipt take(EngineCall call, IncomingPage page) {
        var run = runs.held(call);
        var hosts = requireStream(call, run, page.stream());
        var slice = slice(call, run, page.stream(), page.slice());
        if (page.sequence() < slice.nextSequence()) {
            // Sent again because the receipt was lost: the slice's own position is the truth.
            return new Receipt(slice.nextSequence() - 1, slice.position(), true);
        }
        requireNext(page, slice);
        store(call, run, page, hosts);
        advance(call, run, page);
        return new Receipt(page.sequence(), page.next().text(), false);
    }

    private static void requireNext(IncomingPage page, SliceRow slice) {
        var where = "slice " + page.stream() + "/" + page.slice();
        if (slice.lastPageIn() || !slice.state().equals("OPEN")) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "SLICE_ENDED",
                    "The last page of " + where + " has arrived already.",
                    "Restart the engine: it goes on where the platform is.");
        }
        if (page.sequence() > slice.nextSequence()) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "PAGE_OUT_OF_ORDER",
                    "Page "
                            + page.sequence()
                            + " of "
                            + where
                            + " came before page "
                            + slice.nextSequence()
                            + ".",
                    "Restart the engine: it goes on where the platform is.");
        }
    }

    private SliceRow slice(EngineCall call, RunRow run, String stream, int slice) {
        return jdbc.sql(SLICE)
                .param(call.tenantId())
                .param(run.id())
                .param(stream)
                .param(slice)
                .query((row, _) ->
                        new SliceRow(
                                row.getLong(1),
                                row.getString(2),
                                row.getBoolean(3),
                                row.getString(4)))
                .optional()
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "SLICE_UNKNOWN",
                                "Stream '"
                                        + stream
                                        + "' of run "
                                        + run.uuid()
                                        + " has no slice "
                                        + slice
                                        + ".",
                                "Plan the stream first."));
    }

    private void store(EngineCall call, RunRow run, IncomingPage page, boolean hosts) {
        jdbc.sql(PAGE)
                .param(call.tenantId())
                .param(run.id())
                .param(page.stream())
                .param(page.slice())
                .param(page.sequence())
                .param(hosts)
                .param(page.encoding())
                .param(page.sha256())
                .param(page.records())
                .param(page.body())
                .update();
    }

    private void advance(EngineCall call, RunRow run, IncomingPage page) {
        jdbc.sql(ADVANCE)
                .param(page.next().text())
                .param(page.records())
                .param(page.fresh())
                .param(page.total())
                .param(page.last())
                .param(call.tenantId())
                .param(run.id())
                .param(page.stream())
                .param(page.slice())
                .update();
    }

    /** Says whether a slice is complete: distinct records received = the vendor's total. */
    @Transactional
    public SliceVerdict judge(EngineCall call, String stream, int slice, SliceEnd end) {
        var run = runs.held(call);
        if (!slice(call, run, stream, slice).lastPageIn()) {
            throw malformed(
                    "SLICE_NOT_ENDED",
                    "The last page of slice " + stream + "/" + slice + " has not arrived.");
        }
        jdbc.sql(JUDGE)
                .params(end.vendorTotal(), end.vendorTotal(), end.vendorTotal(), end.vendorTotal())
                .param(call.tenantId())
                .param(run.id())
                .param(stream)
                .param(slice)
                .update();
        return jdbc.sql(
                        "select state = 'SEALED', received, distinct_count, reason, next_sequence"
                            + " from run_slice where tenant_id = ? and run_id = ? and stream = ?"
                            + " and slice = ?")
                .param(call.tenantId())
                .param(run.id())
                .param(stream)
                .param(slice)
                .query((row, _) ->
                        new SliceVerdict(
                                row.getBoolean(1),
                                false,
                                row.getLong(5),
                                row.getLong(2),
                                row.getLong(3),
                                row.getString(4)))
                .single();
    }

    void arrived() {
        arrivals.signal();
    }

    private static FaultException malformed(String code, String sentence) {
        return new FaultException(
                FaultKind.CONFLICT, code, sentence, "Use an engine of the platform's version.");
    }
}
