package io.penstock.benchmarks.parts;

import io.penstock.core.transform.MapCheck;
import io.penstock.core.transform.Projection;
import io.penstock.core.transform.RecordValues;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.transform.LinearPatterns;
import io.penstock.platform.transform.MapJson;
import io.penstock.platform.transform.PageReader;
import io.penstock.platform.transform.StreamPlan;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * One operation is one record, from the bytes of its page to its target attributes: by the compiled
 * map over the stream, and by a tree of the whole record with the same mapping behind it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MappingBenchmark {

    private static final int RECORDS = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Where the records come from; they are repeated to the page's size. */
    @Param({"RECORDED", "SIMULATED"})
    private SamplePages pages = SamplePages.RECORDED;

    @Param({"vulnerabilities", "hosts"})
    private String stream = "";

    // The harness calls prepare() before anything else.
    @SuppressWarnings("NullAway.Init")
    private StreamPlan plan;

    private byte[] page = {};

    @Setup
    public void prepare() throws IOException {
        var connector = new Catalogue().connectors().getFirst();
        var spec =
                connector.streams().stream()
                        .filter(s -> s.name().text().equals(stream))
                        .findFirst()
                        .orElseThrow();
        var draft = MapJson.parse(connector.transformMaps().getFirst()).draft().orElseThrow();
        var map = new MapCheck(new LinearPatterns()).check(draft).map().orElseThrow();
        plan = new StreamPlan(spec, map);
        page = pages.page(spec.name(), RECORDS);
    }

    /** Penstock's way. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public int compiledMap(Blackhole sink) {
        var reader = new PageReader(plan.spec().records(), plan.map().projection());
        return reader.read(
                page,
                "identity",
                new PageReader.RecordSink() {
                    @Override
                    public void take(int index, RecordValues values) {
                        sink.consume(plan.map().transform(values));
                    }

                    @Override
                    public void refuse(int index, String reason) {
                        throw new IllegalStateException(reason);
                    }
                });
    }

    /** The usual way: bind all of it, then pick. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public int boundTree(Blackhole sink) {
        var values = new RecordValues(plan.map().projection());
        var count = 0;
        for (var record : JSON.readTree(page).path("resources")) {
            values.clear();
            pick(record, plan.map().projection().root(), values);
            sink.consume(plan.map().transform(values));
            count++;
        }
        return count;
    }

    private static void pick(JsonNode record, Projection.Node node, RecordValues values) {
        for (var member : record.properties()) {
            var child = node.child(member.getKey());
            if (child != null) {
                value(member.getValue(), child, values);
            }
        }
    }

    private static void value(JsonNode json, Projection.Node node, RecordValues values) {
        if (json.isObject()) {
            pick(json, node, values);
        } else if (json.isArray() && node.each()) {
            json.forEach(one -> value(one, node, values));
        } else if (json.isValueNode() && !json.isNull() && node.leaf()) {
            values.add(node.slot(), json.asString());
        }
    }
}
