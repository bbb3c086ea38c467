package io.penstock.benchmarks.parts;

import io.penstock.query.Checker;
import io.penstock.query.CompiledQuery;
import io.penstock.query.FieldCatalogue;
import io.penstock.query.FieldType;
import io.penstock.query.Parser;
import io.penstock.query.Query;
import io.penstock.query.QueryField;
import io.penstock.query.QueryField.FieldHelp;
import io.penstock.query.SqlCompiler;
import io.penstock.query.SqlShape;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One operation is one query, from its text on. Every search passes this once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class QueryCompileBenchmark {

    private static final String TEXT =
            "finding.vendorProductName: `Spotlight` and (finding.name: `CVE-2026-1` or not"
                    + " finding.product: \"OpenSSL 3\")";
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final FieldCatalogue fields =
            new FieldCatalogue(
                    List.of(
                            text("finding.vendorProductName"),
                            text("finding.name"),
                            text("finding.product")),
                    List.of(),
                    Map.of(),
                    List.of());

    /** Text to tree. */
    @Benchmark
    public Query parse() {
        return Parser.parse(TEXT);
    }

    /** Text to SQL and bind values. */
    @Benchmark
    public CompiledQuery compile() {
        return SqlCompiler.compile(Checker.check(Parser.parse(TEXT), fields, NOW));
    }

    private static QueryField text(String name) {
        var help = new FieldHelp("A text.", name + ": `value`");
        return QueryField.of(name, FieldType.TEXT, help, SqlShape.column("f.column"));
    }
}
