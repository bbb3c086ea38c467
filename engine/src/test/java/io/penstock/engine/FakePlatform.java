package io.penstock.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.penstock.core.fault.FaultException;
import io.penstock.core.run.Position;
import io.penstock.core.run.StreamName;
import io.penstock.engine.config.RequiredSettings;
import io.penstock.engine.read.SliceBook;
import io.penstock.source.Page;
import io.penstock.wire.CheckReport;
import io.penstock.wire.EnginePaths;
import io.penstock.wire.HeartbeatAnswer;
import io.penstock.wire.NewKey;
import io.penstock.wire.OpenRun;
import io.penstock.wire.Orders;
import io.penstock.wire.Plan;
import io.penstock.wire.PlannedSlices;
import io.penstock.wire.Problem;
import io.penstock.wire.RunEnd;
import io.penstock.wire.RunOpened;
import io.penstock.wire.RunSummary;
import io.penstock.wire.SliceEnd;
import io.penstock.wire.SplitSlice;
import io.penstock.wire.StreamState;
import io.penstock.wire.WireJson;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A platform that keeps pages in memory and misbehaves as a test asks. */
final class FakePlatform implements AutoCloseable {

    static final String PASSWORD = "pl4tform-passw0rd";
    static final UUID CUSTOMER = UUID.fromString(RequiredSettings.CUSTOMER);
    static final UUID CONNECTION = UUID.fromString(RequiredSettings.CONNECTION);
    static final UUID PROFILE = UUID.fromString(RequiredSettings.PROFILE);
    static final Instant UNTIL = Instant.parse("2026-01-01T00:00:00Z");
    private static final Pattern PAGE =
            Pattern.compile(".*/streams/([^/]+)/slices/(\\d+)/pages/(\\d+)");

    /** A refusal and how often it comes for paths that end so. */
    record Refusal(String pathPart, int status, String code, Map<String, String> headers) {}

    final Map<String, String> settings =
            new HashMap<>(Map.of("records", "100", "client-secret", "v3ndor-secret"));
    final SliceBook book = new SliceBook();
    final Map<String, Instant> windows = new ConcurrentHashMap<>();
    final List<CheckReport> checks = new CopyOnWriteArrayList<>();
    final List<OpenRun> opened = new CopyOnWriteArrayList<>();
    final List<String> calls = new CopyOnWriteArrayList<>();
    final CountDownLatch twoRunsEnded = new CountDownLatch(2);
    final CountDownLatch tenPagesArrived = new CountDownLatch(10);
    final List<RunEnd> ends = new CopyOnWriteArrayList<>();
    final AtomicInteger releases = new AtomicInteger();
    final ConcurrentLinkedQueue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> lostReceipts = new ConcurrentLinkedQueue<>();
    volatile String password = PASSWORD;
    volatile String refusing = "it was scripted";
    volatile boolean active = true;
    volatile boolean complete = true;
    volatile boolean goOn = true;
    volatile String connectorKey = CountingSource.KEY;
    volatile int leaseSeconds = 60;
    final AtomicReference<@Nullable UUID> order = new AtomicReference<>();
    private volatile String token = "jwt-token-text";
    private final UUID run = UUID.randomUUID();
    private final UUID lease = UUID.randomUUID();
    private final HttpServer server;

    FakePlatform() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    Map<String, String> environment() {
        var values = RequiredSettings.environment();
        values.put("connector.api.url", "http://127.0.0.1:" + server.getAddress().getPort() + "/");
        values.put("qualys.user.password", PASSWORD);
        values.put("LOGLEVEL", "trace");
        return values;
    }

    void refuse(String pathPart, int status, String code) {
        refusals.add(new Refusal(pathPart, status, code, Map.of()));
    }

    void refuse(String pathPart, int status, String code, String retryAfter) {
        refusals.add(new Refusal(pathPart, status, code, Map.of("Retry-After", retryAfter)));
    }

    long count(String call) {
        return calls.stream().filter(c -> c.contains(call)).count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = exchange.getRequestBody().readAllBytes();
            calls.add(exchange.getRequestMethod() + " " + path);
            var refusal = refusals.stream().filter(r -> path.contains(r.pathPart())).findFirst();
            if (refusal.isPresent() && refusals.remove(refusal.get())) {
                refusal.get().headers().forEach(exchange.getResponseHeaders()::add);
                refuse(exchange, refusal.get());
                return;
            }
            try {
                answer(exchange, path, body);
            } catch (FaultException e) {
                refuse(exchange, new Refusal(path, 409, e.fault().code(), Map.of()));
            }
        }
    }

    private void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        var problem = new Problem(refusal.status(), "refused", refusing, refusal.code(), "");
        exchange.getResponseHeaders().set("Content-Type", Problem.MEDIA_TYPE);
        send(exchange, refusal.status(), WireJson.write(problem));
    }

    private void answer(HttpExchange exchange, String path, byte[] body) throws IOException {
        if (path.equals(EnginePaths.LOGIN)) {
            var right = new String(body, StandardCharsets.UTF_8).contains("password=" + password);
            send(
                    exchange,
                    right ? 201 : 401,
                    right ? token.getBytes(StandardCharsets.UTF_8) : new byte[0]);
        } else if (!authorised(exchange)) {
            send(exchange, 401, new byte[0]);
        } else if (path.contains("/pages/")) {
            deliver(exchange, path, body);
        } else {
            send(exchange, 200, WireJson.write(message(path, body)));
        }
    }

    private boolean authorised(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        return ("Bearer " + token).equals(headers.getFirst("Authorization"))
                && CUSTOMER.toString().equals(headers.getFirst(EnginePaths.HEADER_CUSTOMER));
    }

    private Object message(String path, byte[] body) {
        if (path.equals(EnginePaths.plan(CONNECTION, PROFILE))) {
            return new Plan(
                    1,
                    connectorKey,
                    "Numbers",
                    "All",
                    active,
                    settings,
                    List.of("hosts", "numbers"));
        }
        if (path.equals(EnginePaths.runs(CONNECTION, PROFILE))) {
            opened.add(WireJson.read(body, OpenRun.class));
            return runOpened();
        }
        if (path.equals(EnginePaths.heartbeat(run))) {
            return new HeartbeatAnswer(goOn);
        }
        if (path.equals(EnginePaths.runEnd(run))) {
            ends.add(WireJson.read(body, RunEnd.class));
            twoRunsEnded.countDown();
            return new RunSummary(complete, complete ? "" : "hosts: 3 are missing", List.of());
        }
        if (path.equals(EnginePaths.orders(CONNECTION, PROFILE))) {
            return new Orders(order.getAndSet(null), null, null);
        }
        if (path.equals(EnginePaths.checks(CONNECTION, PROFILE))) {
            checks.add(WireJson.read(body, CheckReport.class));
            return "";
        }
        if (path.equals(EnginePaths.release(run))) {
            releases.incrementAndGet();
            return "";
        }
        if (path.equals(EnginePaths.KEY)) {
            replaceKey(WireJson.read(body, NewKey.class).key());
            return "";
        }
        return path.contains("/engines/") ? "" : sliceMessage(path.split("/"), body);
    }

    /** The old key and its tokens end at once. */
    void replaceKey(String key) {
        password = key;
        token = "jwt-token-text-" + key.hashCode();
    }

    private RunOpened runOpened() {
        var names = windows.isEmpty() ? book.streams.keySet() : windows.keySet();
        var states =
                names.stream()
                        .map(n -> new StreamState(n, windows.get(n), book.states(n)))
                        .toList();
        return new RunOpened(run, lease, leaseSeconds, !states.isEmpty(), "FULL", UNTIL, states);
    }

    /** Parts of the path: 6 is the stream, 8 the slice. */
    private Object sliceMessage(String[] parts, byte[] body) {
        var stream = new StreamName(parts[6]);
        if (parts.length == 8) {
            var plan = WireJson.read(body, PlannedSlices.class);
            return new StreamState(stream.text(), null, book.plan(stream, plan));
        }
        var slice = Integer.parseInt(parts[8]);
        return parts[9].equals("split")
                ? book.split(stream, slice, WireJson.read(body, SplitSlice.class))
                : book.end(stream, slice, WireJson.read(body, SliceEnd.class));
    }

    private void deliver(HttpExchange exchange, String path, byte[] body) throws IOException {
        var place = PAGE.matcher(path);
        var headers = exchange.getRequestHeaders();
        if (!place.matches()
                || !lease.toString().equals(headers.getFirst(EnginePaths.HEADER_LEASE))) {
            send(exchange, 400, new byte[0]);
            return;
        }
        var page =
                new Page(
                        body,
                        "identity",
                        Integer.parseInt(headers.getFirst(EnginePaths.HEADER_RECORDS)),
                        Integer.parseInt(headers.getFirst(EnginePaths.HEADER_FRESH)),
                        new Position(headers.getFirst(EnginePaths.HEADER_NEXT)),
                        Long.parseLong(headers.getFirst(EnginePaths.HEADER_TOTAL)),
                        Boolean.parseBoolean(headers.getFirst(EnginePaths.HEADER_LAST)));
        var receipt =
                book.deliver(
                        new StreamName(place.group(1)),
                        Integer.parseInt(place.group(2)),
                        Long.parseLong(place.group(3)),
                        page);
        tenPagesArrived.countDown();
        if (lostReceipts.remove(place.group(1) + "/" + place.group(2) + "/" + place.group(3))) {
            send(exchange, 503, new byte[0]);
            return;
        }
        send(exchange, 200, WireJson.write(receipt));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /** Every record that arrived, in order of stream, slice and sequence. */
    String text(String stream) {
        return String.join("\n", book.records(stream));
    }

    static String expected(String stream, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> stream + "-" + i)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
