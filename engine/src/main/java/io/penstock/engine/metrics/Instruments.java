package io.penstock.engine.metrics;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.penstock.engine.read.JobTally;
import io.penstock.engine.read.ReadCounts;
import io.penstock.engine.read.ReadTally;
import io.penstock.engine.run.EngineTally;
import io.penstock.engine.run.RunTally;
import io.penstock.engine.run.VendorCalls;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** The names, units and sources of the metrics. All are asked when it is time to send. */
final class Instruments {

    private static final AttributeKey<String> STREAM = AttributeKey.stringKey("penstock.stream");
    private static final AttributeKey<String> STATUS =
            AttributeKey.stringKey("penstock.status_class");
    private static final AttributeKey<String> SIDE = AttributeKey.stringKey("penstock.side");
    private static final AttributeKey<String> STATE = AttributeKey.stringKey("penstock.state");
    private static final AttributeKey<String> RESULT = AttributeKey.stringKey("penstock.result");
    private static final Attributes HEAP =
            Attributes.of(AttributeKey.stringKey("jvm.memory.type"), "heap");
    private static final double MILLIS = 1_000.0;

    private final Meter meter;

    Instruments(Meter meter) {
        this.meter = meter;
    }

    /** Registers all of them. */
    void of(EngineTally tally) {
        streams(tally.jobs().streams());
        vendor(tally.vendor());
        waits(tally.jobs());
        runs(tally.runs());
        heap(Runtime.getRuntime());
    }

    private void streams(ReadTally reads) {
        stream("penstock.stream.records", "{record}", reads, ReadCounts::records);
        stream("penstock.stream.io", "By", reads, ReadCounts::bytes);
        stream("penstock.stream.pages", "{page}", reads, ReadCounts::pages);
    }

    private void stream(
            String name, String unit, ReadTally reads, ToLongFunction<ReadCounts> what) {
        counter(
                name,
                unit,
                "Read from the vendor and handed to the platform.",
                measured ->
                        reads.byStream()
                                .forEach((stream, counts) ->
                                        measured.record(
                                                what.applyAsLong(counts),
                                                Attributes.of(STREAM, stream))));
    }

    private void vendor(VendorCalls calls) {
        counter(
                "penstock.vendor.requests",
                "{request}",
                "Calls to the vendor by the class of the answer's status.",
                measured ->
                        calls.byClass()
                                .forEach((status, count) ->
                                        measured.record(count, Attributes.of(STATUS, status))));
    }

    private void waits(JobTally jobs) {
        counter(
                "penstock.retries",
                "{retry}",
                "Calls that were made once more.",
                measured -> {
                    measured.record(jobs.vendor().repeats(), Attributes.of(SIDE, "vendor"));
                    measured.record(jobs.platform().repeats(), Attributes.of(SIDE, "platform"));
                });
        seconds(
                "penstock.vendor.throttled",
                "Waits because the vendor had too many calls, all threads together.",
                jobs.vendor()::throttledTime);
        one(
                "penstock.backlog.waits",
                "{wait}",
                "Waits because the platform was full.",
                jobs.platform()::throttled);
        seconds(
                "penstock.backlog.time",
                "Time of these waits, all threads together.",
                jobs.platform()::throttledTime);
    }

    private void runs(RunTally runs) {
        counter(
                "penstock.runs",
                "{run}",
                "Runs that have ended, by exit code.",
                measured ->
                        runs.ends()
                                .forEach((code, count) ->
                                        measured.record(
                                                count,
                                                Attributes.of(
                                                        RESULT,
                                                        code.name().toLowerCase(Locale.ROOT)))));
        seconds("penstock.run.time", "Time of all runs together.", runs::wholeTime);
        var _ =
                meter.gaugeBuilder("penstock.run.duration")
                        .setUnit("s")
                        .setDescription("Of the run that goes on, else of the newest one.")
                        .buildWithCallback(measured -> measured.record(inSeconds(runs.duration())));
        level(
                "penstock.run.state",
                "1",
                "1 for the state the engine is in.",
                measured -> {
                    var running = runs.running();
                    measured.record(running ? 1 : 0, Attributes.of(STATE, "running"));
                    measured.record(running ? 0 : 1, Attributes.of(STATE, "waiting"));
                });
    }

    /** By OpenTelemetry's own names for a JVM. */
    private void heap(Runtime java) {
        level(
                "jvm.memory.used",
                "By",
                "Heap in use.",
                measured -> measured.record(java.totalMemory() - java.freeMemory(), HEAP));
        level(
                "jvm.memory.limit",
                "By",
                "Largest heap.",
                measured -> measured.record(java.maxMemory(), HEAP));
    }

    private void counter(
            String name, String unit, String about, Consumer<ObservableLongMeasurement> look) {
        var _ =
                meter.counterBuilder(name)
                        .setUnit(unit)
                        .setDescription(about)
                        .buildWithCallback(look);
    }

    private void one(String name, String unit, String about, LongSupplier count) {
        counter(name, unit, about, measured -> measured.record(count.getAsLong()));
    }

    private void seconds(String name, String about, Supplier<Duration> time) {
        var _ =
                meter.counterBuilder(name)
                        .ofDoubles()
                        .setUnit("s")
                        .setDescription(about)
                        .buildWithCallback(measured -> measured.record(inSeconds(time.get())));
    }

    private void level(
            String name, String unit, String about, Consumer<ObservableLongMeasurement> look) {
        var _ =
                meter.upDownCounterBuilder(name)
                        .setUnit(unit)
                        .setDescription(about)
                        .buildWithCallback(look);
    }

    private static double inSeconds(Duration time) {
        return time.toMillis() / MILLIS;
    }
}
