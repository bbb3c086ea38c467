package io.penstock.engine.http;

import io.penstock.engine.config.Login;
import io.penstock.engine.config.Net;
import io.penstock.engine.config.Proxy;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLContext;

/** How calls leave this machine: through which proxy, and whose certificates are trusted. */
public final class Route implements AutoCloseable {

    static {
        // The JDK sends no Basic login to a proxy for https calls unless it is told to.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    }

    /** To reach a proxy by TCP, and for each word of its TLS. */
    private static final Duration PROXY_STEP_MAX = Duration.ofSeconds(30);

    private final Optional<Proxy> proxy;
    private final Optional<SSLContext> trust;
    private final @Nullable TlsBridge bridge;

    private Route(Optional<Proxy> proxy, Optional<SSLContext> trust, @Nullable TlsBridge bridge) {
        this.proxy = proxy;
        this.trust = trust;
        this.bridge = bridge;
    }

    /** No proxy, and the public authorities. */
    public static Route direct() {
        return new Route(Optional.empty(), Optional.empty(), null);
    }

    /**
     * @throws io.penstock.core.fault.FaultException CONFIGURATION when the bundle holds no
     *     certificate
     */
    public static Route of(Net net) {
        var trust = net.caBundle().map(CaBundle::trust);
        var bridge =
                net.proxy()
                        .filter(Proxy::tls)
                        .map(p -> bridge(p, trust.orElseGet(CaBundle::jdk)))
                        .orElse(null);
        return new Route(net.proxy(), trust, bridge);
    }

    private static TlsBridge bridge(Proxy proxy, SSLContext trust) {
        var address = InetSocketAddress.createUnresolved(proxy.host(), proxy.port());
        return TlsBridge.open(address, trust, PROXY_STEP_MAX);
    }

    HttpClient.Builder prepare(HttpClient.Builder client) {
        trust.ifPresent(client::sslContext);
        proxy.ifPresent(p -> client.proxy(new Selector(address(p), new Excluded(p.excluded()))));
        return client;
    }

    /**
     * What a call shows the proxy as {@code Proxy-Authorization}; empty when it goes directly. An
     * {@code Authenticator} would do it too, but with one the JDK takes any 401 of the server that
     * names no way to sign in for a broken call.
     */
    Optional<String> proxyLogin(URI uri) {
        return proxy.filter(p -> !new Excluded(p.excluded()).holds(uri.getHost()))
                .flatMap(Proxy::login)
                .map(Route::basic);
    }

    private static String basic(Login login) {
        var text = login.username() + ":" + login.password().reveal();
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private InetSocketAddress address(Proxy proxy) {
        return bridge == null
                ? InetSocketAddress.createUnresolved(proxy.host(), proxy.port())
                : bridge.address();
    }

    @Override
    public void close() {
        if (bridge != null) {
            bridge.close();
        }
    }

    @SuppressWarnings("NullableProblems")
    private static final class Selector extends ProxySelector {

        private static final List<java.net.Proxy> NONE = List.of(java.net.Proxy.NO_PROXY);
        private final List<java.net.Proxy> one;
        private final Excluded excluded;

        Selector(InetSocketAddress address, Excluded excluded) {
            this.one = List.of(new java.net.Proxy(java.net.Proxy.Type.HTTP, address));
            this.excluded = excluded;
        }

        @Override
        public List<java.net.Proxy> select(URI uri) {
            return excluded.holds(uri.getHost()) ? NONE : one;
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException why) {
            // The call itself fails and is told.
        }
    }
}
