package io.penstock.engine.metrics;

import io.penstock.engine.config.EngineConfig;
import io.penstock.engine.config.MetricsSettings;
import io.penstock.engine.run.EngineTally;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The metrics of this process, or none. The SDK is started beside the engine, which does not wait
 * for it, so that the first call to the vendor is not later than without.
 */
public final class EngineMetrics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EngineMetrics.class);

    /** The last figures get this long. */
    private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

    private final CompletableFuture<Optional<OtlpMetrics>> metrics;
    private CompletableFuture<Void> last;
    private @Nullable CompletableFuture<Void> closing;

    private EngineMetrics(CompletableFuture<Optional<OtlpMetrics>> metrics) {
        this.metrics = metrics;
        this.last = metrics.thenAccept(_ -> {});
    }

    /**
     * Returns at once. Sends every so often and after each run, if there is somebody to send to.
     *
     * @param settings empty: nothing is done at all
     */
    public static EngineMetrics start(
            Optional<MetricsSettings> settings, EngineConfig config, EngineTally tally) {
        if (settings.isEmpty()) {
            return new EngineMetrics(CompletableFuture.completedFuture(Optional.empty()));
        }
        var metrics =
                new EngineMetrics(
                        background(() -> OtlpMetrics.start(settings.get(), config, tally)));
        tally.runs().onEnd(metrics::flush);
        return metrics;
    }

    private static CompletableFuture<Optional<OtlpMetrics>> background(Start start) {
        var started = new CompletableFuture<Optional<OtlpMetrics>>();
        Thread.ofVirtual().name("metrics-start").start(() -> started.complete(tried(start)));
        return started;
    }

    /** What {@link OtlpMetrics#start} is called by; may fail. */
    private interface Start {
        OtlpMetrics start();
    }

    /** A run must not fail for want of metrics, also not when a class of the SDK is missing. */
    private static Optional<OtlpMetrics> tried(Start start) {
        try {
            return Optional.of(start.start());
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("There are no metrics; the engine goes on. {}", e.toString());
            return Optional.empty();
        }
    }

    private void flush() {
        var _ = then(OtlpMetrics::flush);
    }

    /** One after another: side by side, the SDK would drop what the end of the process sends. */
    private synchronized CompletableFuture<Void> then(Consumer<OtlpMetrics> action) {
        var next =
                last.thenRunAsync(
                        () -> metrics.join().ifPresent(action),
                        task -> Thread.ofVirtual().name("metrics").start(task));
        last = next.exceptionally(_ -> null);
        return next;
    }

    /** The end of a run and a stop may both close; both wait for the one end. */
    private synchronized CompletableFuture<Void> closing() {
        var begun = closing;
        if (begun == null) {
            begun = then(OtlpMetrics::close);
            closing = begun;
        }
        return begun;
    }

    /** Sends what is left and waits for it, five seconds at most. */
    @Override
    public void close() {
        if (metrics.isDone() && metrics.join().isEmpty()) {
            return;
        }
        try {
            closing().get(CLOSE_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("The last metrics were not sent. {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
