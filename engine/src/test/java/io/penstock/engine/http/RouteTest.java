package io.penstock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.config.Login;
import io.penstock.engine.config.Net;
import io.penstock.engine.config.Proxy;
import io.penstock.engine.config.Timeouts;
import io.penstock.source.HttpAnswer;
import io.penstock.source.Secret;
import io.penstock.testkit.TestAuthority;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Proxies with a login, proxies that speak TLS, exceptions, and whose certificates count. */
class RouteTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Timeouts TIMES = new Timeouts(LONG, LONG, LONG, LONG);
    private static final URI FAR = URI.create("http://vendor.invalid/path");
    private static final String RIGHT =
            "Basic "
                    + Base64.getEncoder()
                            .encodeToString("site:s3cret".getBytes(StandardCharsets.US_ASCII));

    private final List<String> calls = new CopyOnWriteArrayList<>();

    /** What the server behind the proxy answers. */
    private volatile int beyond = 200;

    @TempDir private Path folder;

    private void asProxy(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.add(exchange.getRequestURI().toString());
            var right = RIGHT.equals(exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
            if (!right) {
                exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"x\"");
            }
            exchange.sendResponseHeaders(right ? beyond : 407, -1);
        }
    }

    /** A server that knows nobody, and says so without naming a way to sign in. */
    private void asOrigin(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestHeaders().forEach((name, values) -> calls.add(name + values));
            exchange.sendResponseHeaders(401, -1);
        }
    }

    private static InetSocketAddress any() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static Proxy proxy(HttpServer server, boolean tls, String password) {
        var login = new Login("site", new Secret(password));
        var port = server.getAddress().getPort();
        return new Proxy("127.0.0.1", port, tls, Optional.of(login), List.of("127.*"));
    }

    /** One that takes calls to this machine, too. */
    private static Proxy proxy(int port, String password) {
        var login = new Login("site", new Secret(password));
        return new Proxy("127.0.0.1", port, false, Optional.of(login), List.of());
    }

    private static HttpServer plain(HttpHandler handler) throws IOException {
        var server = HttpServer.create(any(), 0);
        server.createContext("/", handler);
        server.start();
        return server;
    }

    private static HttpsServer secure(TestAuthority authority, HttpHandler handler)
            throws IOException {
        var server = HttpsServer.create(any(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.server()));
        server.createContext("/", handler);
        server.start();
        return server;
    }

    private static HttpAnswer get(Net net, URI uri) {
        try (var route = Route.of(net);
                var transport = new Transport(TransportLimits.of(TIMES), route)) {
            return transport.send(transport.request(uri).build());
        }
    }

    private static Net net(Proxy proxy, Optional<Path> bundle) {
        return new Net(Optional.of(proxy), bundle, TIMES, TIMES);
    }

    @Test
    void logsInAtTheProxyAndNamesTheKeysWhenItIsRefused() throws IOException {
        var server = plain(this::asProxy);
        try {
            var right = net(proxy(server, false, "s3cret"), Optional.empty());
            assertThat(get(right, FAR).status()).isEqualTo(200);
            assertThat(calls).contains(FAR.toString());
            var wrong = net(proxy(server, false, "wrong-one"), Optional.empty());
            assertThatThrownBy(() -> get(wrong, FAR))
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            e -> assertThat(e.fault().kind()).isEqualTo(FaultKind.CONFIGURATION))
                    .hasMessageContaining("refused the login (407)")
                    .hasMessageNotContaining("wrong-one");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void keepsARefusalOfTheServerBehindTheProxy() throws IOException {
        var server = plain(this::asProxy);
        try {
            beyond = 401;
            var net = net(proxy(server, false, "s3cret"), Optional.empty());
            assertThat(get(net, FAR).status()).isEqualTo(401);
            assertThat(calls).containsExactly(FAR.toString());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void showsItsLoginToTheProxyAloneWhenTheServerSpeaksTls() throws Exception {
        var authority = TestAuthority.in(folder);
        var server = secure(authority, this::asOrigin);
        var origin = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/o");
        try (var proxy = new LoginProxy(RIGHT)) {
            var bundle = Optional.of(authority.certificate());
            assertThat(get(net(proxy(proxy.port(), "s3cret"), bundle), origin).status())
                    .isEqualTo(401);
            assertThat(proxy.requests()).singleElement().asString().contains("CONNECT", RIGHT);
            assertThat(calls).isNotEmpty().noneMatch(header -> header.startsWith("Proxy-"));

            assertThatThrownBy(() -> get(net(proxy(proxy.port(), "wrong-one"), bundle), origin))
                    .hasMessageContaining("refused the login (407)")
                    .hasMessageNotContaining("wrong-one");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void showsNoLoginToAServerThatIsCalledDirectly() throws IOException {
        var server = plain(this::asOrigin);
        try {
            var login = Optional.of(new Login("site", new Secret("s3cret")));
            var excepted = new Proxy("proxy.invalid", 1, false, login, List.of("127.*"));
            var here = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/x");
            assertThat(get(net(excepted, Optional.empty()), here).status()).isEqualTo(401);
            assertThat(calls).isNotEmpty().noneMatch(header -> header.startsWith("Proxy-"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void callsAnExceptedHostDirectly() throws IOException {
        var server = plain(this::asProxy);
        try {
            var here = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/x");
            var excepted =
                    new Proxy("proxy.invalid", 1, false, Optional.empty(), List.of("127.0.0.1"));
            assertThatThrownBy(() -> get(net(excepted, Optional.empty()), here))
                    .as("the server itself asks for a proxy's login, so it was reached directly")
                    .hasMessageContaining("(407)");
            assertThat(calls).endsWith("/x");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void speaksTlsToTheProxyAndTrustsTheBundleOnly() throws Exception {
        var authority = TestAuthority.in(folder);
        var server = secure(authority, this::asProxy);
        try {
            var proxy = proxy(server, true, "s3cret");
            var bundle = Optional.of(authority.certificate());
            assertThat(get(net(proxy, bundle), FAR).status()).isEqualTo(200);
            assertThat(calls).contains(FAR.toString());
            assertThatThrownBy(() -> get(net(proxy, Optional.empty()), FAR))
                    .isInstanceOf(FaultException.class);
            var direct = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/d");
            var none = new Net(Optional.empty(), Optional.empty(), TIMES, TIMES);
            assertThatThrownBy(() -> get(none, direct))
                    .hasMessageContaining("no trusted TLS connection");
            var ours = new Net(Optional.empty(), bundle, TIMES, TIMES);
            assertThatThrownBy(() -> get(ours, direct)).hasMessageContaining("(407)");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void refusesABundleWithoutACertificate() throws IOException {
        var file = Files.writeString(folder.resolve("empty.pem"), "nothing here\n");
        var net = new Net(Optional.empty(), Optional.of(file), TIMES, TIMES);
        assertThatThrownBy(() -> Route.of(net)).hasMessageContaining("holds no certificates");
    }

    @ParameterizedTest
    @CsvSource({
        "*.a.com, x.a.com, true",
        "*.a.com, a.com, false",
        "10.*, 10.0.0.7, true",
        "a.com, A.COM, true",
        "a.com, xa.com, false",
        "[::1], [::1], true",
        "::1, [::1], true",
        "*, any, true"
    })
    void anExceptionFitsAtTheFrontOrTheEnd(String pattern, String host, boolean fits) {
        assertThat(new Excluded(List.of(pattern)).holds(host)).isEqualTo(fits);
    }
}
