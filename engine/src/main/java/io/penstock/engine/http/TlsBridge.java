package io.penstock.engine.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Speaks TLS to a proxy for a client that cannot: it listens on this machine's own address only and
 * passes bytes on. Who may use the proxy is decided by the proxy's login, which comes with the
 * call.
 */
final class TlsBridge implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TlsBridge.class);
    private static final int CONNECT_MILLIS = 30_000;

    private final ServerSocket door;
    private final InetSocketAddress proxy;
    private final SSLContext trust;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private TlsBridge(ServerSocket door, InetSocketAddress proxy, SSLContext trust) {
        this.door = door;
        this.proxy = proxy;
        this.trust = trust;
    }

    static TlsBridge open(String host, int port, SSLContext trust) {
        try {
            var door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
            var bridge = new TlsBridge(door, InetSocketAddress.createUnresolved(host, port), trust);
            bridge.threads.execute(bridge::listen);
            return bridge;
        } catch (IOException e) {
            throw new UncheckedIOException("no local port", e);
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(door.getInetAddress(), door.getLocalPort());
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                threads.execute(() -> connect(client));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    LOG.warn("The way to the proxy broke. {}", String.valueOf(e.getMessage()));
                }
            }
        }
    }

    private void connect(Socket client) {
        try (client;
                var plain = new Socket()) {
            plain.connect(
                    new InetSocketAddress(proxy.getHostString(), proxy.getPort()), CONNECT_MILLIS);
            try (var secure = secure(plain)) {
                var back = threads.submit(() -> pass(secure, client));
                pass(client, secure);
                back.cancel(true);
            }
        } catch (IOException e) {
            LOG.warn(
                    "The proxy {}:{} cannot be spoken to by TLS: {}",
                    proxy.getHostString(),
                    proxy.getPort(),
                    String.valueOf(e.getMessage()));
        }
    }

    private SSLSocket secure(Socket plain) throws IOException {
        var made =
                (SSLSocket)
                        trust.getSocketFactory()
                                .createSocket(plain, proxy.getHostString(), proxy.getPort(), true);
        var parameters = made.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        made.setSSLParameters(parameters);
        made.startHandshake();
        return made;
    }

    /** Ends both ways when one ends. */
    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            LOG.trace("A connection through the proxy ended. {}", String.valueOf(e.getMessage()));
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.trace("A socket would not close. {}", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            LOG.trace("The local port would not close. {}", String.valueOf(e.getMessage()));
        }
        threads.shutdownNow();
    }
}
