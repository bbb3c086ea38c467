package io.penstock.benchmarks.parts;

import io.penstock.core.identify.StableId;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** One operation is one id. Every finding needs about four: its own, its host's, its texts'. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StableIdBenchmark {

    private static final String KEY =
            "04fb0100c1884d0da4aed8aa40750d31_73a0c58347fa38e59a06842936f1c711";
    private static final String TEXT = "Remote attackers may run code of their choice. ".repeat(12);

    private final StableId ids = new StableId();
    private final UUID connection = new UUID(42, 43);

    /** The id of a finding. */
    @Benchmark
    public UUID recordKey() {
        return ids.with(connection).with(KEY).take();
    }

    /** The content key of a description of usual length. */
    @Benchmark
    public UUID longText() {
        return ids.with(TEXT).take();
    }
}
