package io.penstock.engine.read;

import io.penstock.engine.retry.Retries;
import io.penstock.engine.retry.RetryTally;
import io.penstock.engine.retry.Side;
import io.penstock.source.SourceSession;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Reads all streams of a session into a sink, one stream after the other. One use; needs no
 * platform, so that reading can be measured by itself.
 */
public final class ReadJob {

    private static final Logger LOG = LoggerFactory.getLogger(ReadJob.class);
    private static final Duration TOLD_EVERY = Duration.ofSeconds(30);
    private static final long LAST_PAGES_SECONDS = 10;

    private final ReadLimits limits;
    private final RunControl control;
    private final ByteBudget budget;
    private final FaultTally faults = new FaultTally();
    private final JobTally tally;
    private final VendorSide vendor;
    private final SinkSide sink;

    public ReadJob(SourceSession session, PageSink pages, ReadLimits limits, RunControl control) {
        this(session, pages, limits, control, new JobTally());
    }

    /**
     * @param tally of all jobs of this process
     */
    public ReadJob(
            SourceSession session,
            PageSink pages,
            ReadLimits limits,
            RunControl control,
            JobTally tally) {
        this.limits = limits;
        this.control = control;
        this.tally = tally;
        this.budget = new ByteBudget(limits.bytesInFlightMax());
        this.vendor = new VendorSide(session, retries(Side.VENDOR, tally.vendor()));
        this.sink = new SinkSide(pages, retries(Side.PLATFORM, tally.platform()));
    }

    private Retries retries(Side side, RetryTally repeated) {
        return Retries.of(side, limits.retries(), repeated, faults::met);
    }

    /**
     * Returns when every slice of every stream was read or given up, and judged.
     *
     * @throws io.penstock.engine.retry.CallFailed when a call failed that every slice needs
     * @throws io.penstock.core.fault.FaultException when the job was told to stop
     */
    public ReadCounts read(List<StreamToRead> streams) {
        var deliveries = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var crew = new Crew(vendor, sink, deliveries, control, budget);
            var counts = ReadCounts.none();
            for (var stream : streams) {
                control.check();
                counts = counts.plus(read(crew, stream));
            }
            return counts;
        } finally {
            finish(deliveries);
        }
    }

    private ReadCounts read(Crew crew, StreamToRead stream) {
        var progress = new StreamProgress(stream.name());
        var started = System.nanoTime();
        try (var _ = tally.streams().began(stream.name().text(), () -> progress.counts(budget));
                var timer =
                        Executors.newSingleThreadScheduledExecutor(
                                Thread.ofVirtual().name("progress").factory())) {
            var every = TOLD_EVERY.toMillis();
            var _ =
                    timer.scheduleAtFixedRate(
                            () -> tell(progress, started), every, every, TimeUnit.MILLISECONDS);
            try {
                new StreamReading(crew, stream, progress, limits.threads()).read();
            } finally {
                timer.shutdownNow();
            }
        }
        tell(progress, started);
        return progress.counts(budget);
    }

    private void tell(StreamProgress progress, long started) {
        var elapsed = Duration.ofNanos(System.nanoTime() - started);
        LOG.info("{}", progress.line(elapsed, faults));
    }

    /** Pages on their way get a moment to arrive, whatever ended the reading. */
    private static void finish(ExecutorService deliveries) {
        deliveries.shutdown();
        try {
            if (!deliveries.awaitTermination(LAST_PAGES_SECONDS, TimeUnit.SECONDS)) {
                deliveries.shutdownNow();
            }
        } catch (InterruptedException e) {
            deliveries.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
