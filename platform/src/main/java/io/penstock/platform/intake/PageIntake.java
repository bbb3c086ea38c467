package io.penstock.platform.intake;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.wire.Receipt;

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

    private final JdbcClient jdbc;
    private final RunLeases runs;
    private final StreamRows streams;
    private final SliceRows slices;
    private final PageArrivals arrivals;
    private final IntakeSettings settings;

    PageIntake(
            JdbcClient jdbc,
            RunLeases runs,
            StreamRows streams,
            SliceRows slices,
            PageArrivals arrivals,
            IntakeSettings settings) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.streams = streams;
        this.slices = slices;
        this.arrivals = arrivals;
        this.settings = settings;
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
        var hosts = streams.hosts(call.tenantId(), run, page.stream());
        var slice = slices.lock(call.tenantId(), run, page.stream(), page.slice());
        var progress = slice.progress();
        if (page.sequence() < progress.nextSequence()) {
            // Sent again because the receipt was lost: the slice's own position is the truth.
            return new Receipt(progress.nextSequence() - 1, progress.position(), true);
        }
        requireNext(page, slice);
        store(call, run, page, hosts);
        advance(call, run, page);
        return new Receipt(page.sequence(), page.next().text(), false);
    }

    private static void requireNext(IncomingPage page, SliceRow slice) {
        var where = "slice " + page.stream() + "/" + page.slice();
        if (slice.ended()) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "SLICE_ENDED",
                    "The last page of " + where + " has arrived already.",
                    "Restart the engine: it goes on where the platform is.");
        }
        if (page.sequence() > slice.progress().nextSequence()) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "PAGE_OUT_OF_ORDER",
                    "Page "
                            + page.sequence()
                            + " of "
                            + where
                            + " came before page "
                            + slice.progress().nextSequence()
                            + ".",
                    "Restart the engine: it goes on where the platform is.");
        }
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

    void arrived() {
        arrivals.signal();
    }
}
