package io.penstock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
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
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

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

    @TempDir private Path folder;

    private void asProxy(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.add(exchange.getRequestURI().toString());
            var right = RIGHT.equals(exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
            if (!right) {
                exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"x\"");
            }
            exchange.sendResponseHeaders(right ? 200 : 407, -1);
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
        var server = HttpServer.create(any(), 0);
        server.createContext("/", this::asProxy);
        server.start();
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
    void callsAnExceptedHostDirectly() throws IOException {
        var server = HttpServer.create(any(), 0);
        server.createContext("/", this::asProxy);
        server.start();
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
        var server = HttpsServer.create(any(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext("/", this::asProxy);
        server.start();
        try {
            var proxy = proxy(server, true, "s3cret");
            var bundle = Optional.of(folder.resolve("ca.pem"));
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
        "*, any, true"
    })
    void anExceptionFitsAtTheFrontOrTheEnd(String pattern, String host, boolean fits) {
        assertThat(new Excluded(List.of(pattern)).holds(host)).isEqualTo(fits);
    }

    private SSLContext context() throws Exception {
        var store = folder.resolve("proxy.p12");
        keytool(
                "-genkeypair -keyalg EC -alias p -dname CN=proxy -ext san=ip:127.0.0.1"
                        + " -validity 30 -storetype PKCS12 -keystore "
                        + store);
        keytool(
                "-exportcert -rfc -alias p -file "
                        + folder.resolve("ca.pem")
                        + " -keystore "
                        + store);
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(List.of("-storepass", "changeit"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var output = process.getInputStream()) {
            var said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        }
    }
}
