package io.penstock.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;

/**
 * Serves one {@link SimulatedApi} over plain HTTP until it is closed. Every request has its own
 * virtual thread; at most {@value #ANSWERS_AT_ONCE} answers are made at the same time, so that the
 * pages in memory are bounded whatever the callers do.
 */
public final class SimulatorServer implements AutoCloseable {

    /** The largest request body, in bytes; a token form has a few hundred. */
    static final int BODY_BYTES_MAX = 1 << 20;

    private static final int ANSWERS_AT_ONCE = 64;
    private static final int BACKLOG = 128;

    private final HttpServer http;
    private final ExecutorService threads;
    private final SimulatedApi api;
    private final CallLog calls = new CallLog();
    private final ControlDesk desk;
    private final Semaphore answers = new Semaphore(ANSWERS_AT_ONCE);

    private final BiConsumer<SimulatedRequest, SimulatedAnswer> delivered;

    private SimulatorServer(
            HttpServer http,
            ExecutorService threads,
            SimulatedApi api,
            BiConsumer<SimulatedRequest, SimulatedAnswer> delivered) {
        this.http = http;
        this.threads = threads;
        this.delivered = delivered;
        this.api = api;
        this.desk = new ControlDesk(api, calls);
    }

    /**
     * Starts serving on the loopback address.
     *
     * @param port 0 takes any free one
     */
    public static SimulatorServer start(SimulatedApi api, int port) {
        return start(api, "127.0.0.1", port);
    }

    /**
     * Starts serving.
     *
     * @param bind the address to listen on
     * @param port 0 takes any free one
     * @throws FaultException when the address cannot be listened on
     */
    public static SimulatorServer start(SimulatedApi api, String bind, int port) {
        return start(api, bind, port, (_, _) -> {});
    }

    /**
     * Starts serving.
     *
     * @param delivered told of every answer that went out whole
     */
    static SimulatorServer start(
            SimulatedApi api,
            String bind,
            int port,
            BiConsumer<SimulatedRequest, SimulatedAnswer> delivered) {
        // Without this the JDK server waits for the peer's delayed acknowledgement on small
        // answers.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        HttpServer http = listen(bind, port);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        SimulatorServer server = new SimulatorServer(http, threads, api, delivered);
        http.setExecutor(threads);
        http.createContext("/", server::handle);
        http.start();
        return server;
    }

    private static HttpServer listen(String bind, int port) {
        try {
            return HttpServer.create(
                    new InetSocketAddress(InetAddress.getByName(bind), port), BACKLOG);
        } catch (UnknownHostException e) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "SIMULATOR_BIND_UNKNOWN",
                    "The address to listen on, \"" + bind + "\", is not known on this machine.",
                    "");
        } catch (IOException e) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "SIMULATOR_PORT_TAKEN",
                    "Cannot listen on " + bind + " port " + port + ": " + e.getMessage() + ".",
                    "Use another --port, or 0 for any free one.");
        }
    }

    /** The port it listens on. */
    public int port() {
        return http.getAddress().getPort();
    }

    /** Calls answered so far, without those of control resources. */
    long calls() {
        return calls.summary().calls();
    }

    /** The base address, such as {@code http://127.0.0.1:8090}. */
    public URI address() {
        String host = http.getAddress().getAddress().getHostAddress();
        return URI.create(
                "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().startsWith(ControlDesk.ROOT)) {
            control(exchange);
            return;
        }
        calls.begin();
        try (exchange) {
            answer(exchange);
        } finally {
            calls.end();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
        if (body.length > BODY_BYTES_MAX) {
            String why = "The request body has more than " + BODY_BYTES_MAX + " bytes.";
            send(exchange, refusal(413, why));
            return;
        }
        SimulatedRequest request;
        try {
            request = RequestReading.of(exchange, body);
        } catch (IllegalArgumentException e) {
            send(exchange, refusal(400, "The request cannot be read: " + e.getMessage() + "."));
            return;
        }
        SimulatedAnswer answer = bounded(request);
        send(exchange, answer);
        if (!(answer.delivery() instanceof Delivery.Cut)) {
            delivered.accept(request, answer);
        }
    }

    private void send(HttpExchange exchange, SimulatedAnswer answer) throws IOException {
        calls.answered(exchange.getRequestURI().getPath(), answer.status());
        Sending.send(exchange, answer);
    }

    private SimulatedAnswer bounded(SimulatedRequest request) {
        answers.acquireUninterruptibly();
        try {
            return api.answer(request);
        } finally {
            answers.release();
        }
    }

    /** Not limited, not logged, and for callers on this machine only. */
    private void control(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX);
            Sending.send(exchange, controlAnswer(exchange, body));
        }
    }

    private ControlAnswer controlAnswer(HttpExchange exchange, byte[] body) {
        try {
            return desk.answer(
                    exchange.getRemoteAddress().getAddress(),
                    RequestReading.control(exchange, body));
        } catch (IllegalArgumentException e) {
            return ControlAnswer.text(400, e.getMessage() + "\n");
        }
    }

    private static SimulatedAnswer refusal(int status, String sentence) {
        return new SimulatedAnswer(
                status,
                Map.of("Content-Type", "text/plain; charset=utf-8"),
                (sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Stops listening at once; answers under way are cut off. */
    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
