package io.penstock.platform.report;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.export.Exports;
import io.penstock.platform.report.ReportQueue.Attempt;
import io.penstock.platform.search.ExportRun;
import io.penstock.query.QueryException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.util.Optional;

/** Makes one report after another. */
@Component
class ReportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ReportWork.class);
    private static final int ATTEMPTS_MAX = 3;

    private final ReportQueue queue;
    private final ReportPulse pulse;
    private final ReportFiles files;
    private final Exports exports;
    private volatile boolean ending;

    ReportWork(ReportQueue queue, ReportPulse pulse, ReportFiles files, Exports exports) {
        this.queue = queue;
        this.pulse = pulse;
        this.files = files;
        this.exports = exports;
    }

    /** Makes the oldest report that is due; false when there is none. */
    boolean makeNext() {
        var next = ending ? Optional.<Attempt>empty() : queue.take();
        next.ifPresent(this::make);
        return next.isPresent();
    }

    /** Gives back what is being made, and takes nothing more. */
    void end() {
        ending = true;
        pulse.endAll();
    }

    private void make(Attempt attempt) {
        if (attempt.count() > ATTEMPTS_MAX) {
            queue.fail(
                    attempt,
                    "The platform ended " + ATTEMPTS_MAX + " times while the file was written.");
            return;
        }
        var run = ExportRun.counted();
        pulse.add(attempt, run);
        try {
            if (!write(attempt, run)) {
                files.drop(attempt.id());
            }
        } catch (IOException | RuntimeException e) {
            files.drop(attempt.id());
            ended(attempt, run, e);
        } finally {
            pulse.remove(attempt);
        }
    }

    private boolean write(Attempt attempt, ExportRun run) throws IOException {
        try (var file = files.begin(attempt.id())) {
            if (ending) {
                run.stop();
            }
            exports.write(attempt.tenantId(), attempt.order().export(), run, file.content());
            file.finish();
            files.keep(attempt.id());
            return queue.complete(attempt, run.rows(), file.bytes(), file.storedBytes());
        }
    }

    private void ended(Attempt attempt, ExportRun run, Exception thrown) {
        if (ending) {
            giveBack(attempt);
        } else if (!run.stopped()) {
            queue.fail(attempt, reason(attempt, thrown));
        }
    }

    /** The end of the platform interrupts its workers; this one has still something to say. */
    private void giveBack(Attempt attempt) {
        var interrupted = Thread.interrupted();
        try {
            queue.giveBack(attempt);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String reason(Attempt attempt, Exception thrown) {
        return switch (thrown) {
            case FaultException known -> known.fault().sentence();
            case QueryException refused -> refused.fault().sentence();
            default -> {
                LOG.error("report {} failed", attempt.report(), thrown);
                yield thrown instanceof IOException
                        ? "The file cannot be written; the platform's log says why."
                        : "An unexpected fault ended it; the platform's log says more.";
            }
        };
    }
}
