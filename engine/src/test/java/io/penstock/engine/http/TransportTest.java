package io.penstock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.config.Net;
import io.penstock.engine.config.Proxy;
import io.penstock.engine.config.Timeouts;
import io.penstock.source.HttpAnswer;
import io.penstock.source.HttpCall;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

class TransportTest {

    private static final int BODY_MAX = 50_000;
    private static final TransportLimits LIMITS =
            new TransportLimits(
                    new Timeouts(
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(20)),
                    BODY_MAX);

    private final List<String> calls = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before every test
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Path /body/N/chunked or /body/N/fixed answers N bytes; /moved redirects. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            calls.add(
                    "%s %s %s %s"
                            .formatted(
                                    exchange.getRequestMethod(),
                                    exchange.getRequestURI(),
                                    headers.getFirst("Accept-encoding"),
                                    form));
            var parts = exchange.getRequestURI().getPath().split("/");
            if (parts[1].equals("moved")) {
                exchange.getResponseHeaders().set("Location", "/body/1/fixed");
                exchange.sendResponseHeaders(308, -1);
                return;
            }
            var body = new byte[Integer.parseInt(parts[2])];
            Arrays.fill(body, (byte) 'x');
            exchange.sendResponseHeaders(200, parts[3].equals("fixed") ? body.length : 0);
            exchange.getResponseBody().write(body);
        }
    }

    private static Net net(Proxy proxy) {
        return new Net(Optional.of(proxy), Optional.empty(), LIMITS.times(), LIMITS.times());
    }

    private HttpAnswer get(String path) {
        try (var transport = new Transport(LIMITS, Route.direct())) {
            return new JdkHttpPort(transport).send(HttpCall.get(uri(path), Map.of()));
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Test
    void readsBodiesOfKnownAndUnknownLengthUpToTheLimit() {
        assertThat(get("/body/50000/fixed").body()).hasSize(BODY_MAX);
        assertThat(get("/body/50000/chunked").body()).hasSize(BODY_MAX);
        assertThat(calls).allMatch(call -> call.contains(" gzip "));
    }

    @Test
    void stopsReadingALongerBody() {
        for (var path : List.of("/body/50001/fixed", "/body/900000/chunked")) {
            assertThatThrownBy(() -> get(path))
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            e -> assertThat(e.fault().kind()).isEqualTo(FaultKind.MALFORMED))
                    .hasMessageContaining("is longer than 50000 bytes");
        }
    }

    @Test
    void followsNoRedirect() {
        assertThat(get("/moved").status()).isEqualTo(308);
        assertThat(calls).hasSize(1);
    }

    @Test
    void sendsAForm() {
        try (var transport = new Transport(LIMITS, Route.direct())) {
            new JdkHttpPort(transport)
                    .send(HttpCall.post(uri("/body/1/fixed"), Map.of("secret", "a b&c")));
        }
        assertThat(calls.getFirst()).startsWith("POST").endsWith("secret=a+b%26c");
    }

    @Test
    void goesThroughTheProxyWithNamesOnlyTheProxyKnows() {
        var proxy = Proxy.plain("127.0.0.1", server.getAddress().getPort());
        try (var route = Route.of(net(proxy));
                var transport = new Transport(LIMITS, route)) {
            var far = URI.create("http://vendor.invalid/body/3/fixed");
            assertThat(new JdkHttpPort(transport).send(HttpCall.get(far, Map.of())).body())
                    .hasSize(3);
        }
        assertThat(calls.getFirst()).contains("http://vendor.invalid/body/3/fixed");
    }

    @Test
    void namesTheHostAndTheCauseWhenNoAnswerComes() throws IOException {
        assertUnavailable(URI.create("http://vendor.invalid/"), "the host name is unknown");
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertUnavailable(URI.create("http://127.0.0.1:" + free), "the connection was refused");
    }

    @Test
    void waitsNoLongerThanItsLimits() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var uri = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            assertUnavailable(uri, "no answer within 200 ms");
        }
    }

    private static void assertUnavailable(URI uri, String why) {
        var quick =
                new TransportLimits(
                        new Timeouts(
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(5),
                                Duration.ofMillis(200),
                                Duration.ofSeconds(9)),
                        BODY_MAX);
        try (var transport = new Transport(quick, Route.direct())) {
            var port = new JdkHttpPort(transport);
            assertThatThrownBy(() -> port.send(HttpCall.get(uri, Map.of())))
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            e -> assertThat(e.fault().kind()).isEqualTo(FaultKind.UNAVAILABLE))
                    .hasMessageContaining(uri.getScheme() + "://" + uri.getAuthority())
                    .hasMessageContaining(why);
        }
    }
}
