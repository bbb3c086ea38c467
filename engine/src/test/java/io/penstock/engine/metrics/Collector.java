package io.penstock.engine.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An OpenTelemetry collector that keeps what it gets. Other paths are a vendor's: it answers those
 * that hold {@code busy} with 429.
 */
public final class Collector implements AutoCloseable {

    public final List<ExportMetricsServiceRequest> exports = new CopyOnWriteArrayList<>();
    public final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
    public final List<String> calls = new CopyOnWriteArrayList<>();
    public volatile int status = 200;
    private final HttpServer server;

    public Collector() {
        try {
            var place = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = HttpServer.create(place, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            var body = exchange.getRequestBody().readAllBytes();
            if (path.equals("/v1/metrics")) {
                headers.add(Map.copyOf(exchange.getRequestHeaders()));
                exports.add(ExportMetricsServiceRequest.parseFrom(body));
                exchange.sendResponseHeaders(status, -1);
            } else {
                exchange.sendResponseHeaders(path.contains("busy") ? 429 : 200, -1);
            }
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Its address, as the environment names it. */
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    private Stream<Metric> newest() {
        return exports.getLast().getResourceMetricsList().stream()
                .flatMap(r -> r.getScopeMetricsList().stream())
                .flatMap(s -> s.getMetricsList().stream());
    }

    /** Each metric's unit in the newest export, by its name. */
    public Map<String, String> units() {
        return newest().collect(Collectors.toMap(Metric::getName, Metric::getUnit));
    }

    /** The newest export's values of a metric, by their one attribute's value or {@code ""}. */
    public Map<String, Double> values(String name) {
        return newest().filter(metric -> metric.getName().equals(name))
                .flatMap(metric ->
                        metric.hasSum()
                                ? metric.getSum().getDataPointsList().stream()
                                : metric.getGauge().getDataPointsList().stream())
                .collect(Collectors.toMap(Collector::mark, Collector::number));
    }

    private static String mark(NumberDataPoint point) {
        return point.getAttributesList().stream()
                .map(a -> a.getValue().getStringValue())
                .collect(Collectors.joining(","));
    }

    private static double number(NumberDataPoint point) {
        return point.hasAsInt() ? point.getAsInt() : point.getAsDouble();
    }

    /** What the newest export says of the engine. */
    public Map<String, String> resource() {
        return exports.getLast().getResourceMetrics(0).getResource().getAttributesList().stream()
                .collect(Collectors.toMap(KeyValue::getKey, a -> a.getValue().getStringValue()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
