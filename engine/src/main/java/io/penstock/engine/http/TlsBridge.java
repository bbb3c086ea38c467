package io.penstock.engine.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Speaks TLS to a proxy for a client that cannot: it listens on this machine's own address only and
 * passes bytes on. Who may use the proxy is decided by the proxy's login, which comes with the
 * call.
 */
final class TlsBridge implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TlsBridge.class);

    /** What makes one call fail to arrive, such as too many open files, hardly ends at once. */
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final ServerSocket door;
    private final InetSocketAddress proxy;
    private final SSLContext trust;
    private final int stepMillisMax;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private TlsBridge(
            ServerSocket door, InetSocketAddress proxy, SSLContext trust, Duration stepMax) {
        this.door = door;
        this.proxy = proxy;
        this.trust = trust;
        this.stepMillisMax = Math.toIntExact(stepMax.toMillis());
    }

    /**
     * @param proxy by its name, which is looked up for each connection
     * @param stepMax until the proxy takes a connection, and for each of its answers while TLS is
     *     agreed on
     */
    static TlsBridge open(InetSocketAddress proxy, SSLContext trust, Duration stepMax) {
        try {
            var door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
            return open(door, proxy, trust, stepMax);
        } catch (IOException e) {
            throw new UncheckedIOException("no local port", e);
        }
    }

    static TlsBridge open(
            ServerSocket door, InetSocketAddress proxy, SSLContext trust, Duration stepMax) {
        var bridge = new TlsBridge(door, proxy, trust, stepMax);
        bridge.threads.execute(bridge::listen);
        return bridge;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(door.getInetAddress(), door.getLocalPort());
    }

    private void listen() {
        var goesOn = true;
        while (goesOn) {
            try {
                var client = door.accept();
                threads.execute(() -> connect(client));
            } catch (IOException e) {
                goesOn = !door.isClosed() && breathe(e);
            }
        }
    }

    /** Whether to go on; lets time pass, for the next try may fail at once, too. */
    private boolean breathe(IOException why) {
        LOG.warn("The way to the proxy broke. {}", String.valueOf(why.getMessage()));
        try {
            return !closing.await(BREATH.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void connect(Socket client) {
        try (client;
                var plain = new Socket()) {
            plain.connect(
                    new InetSocketAddress(proxy.getHostString(), proxy.getPort()), stepMillisMax);
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
        // A call through the bridge has limits of its own; the handshake is ours alone.
        made.setSoTimeout(stepMillisMax);
        made.startHandshake();
        made.setSoTimeout(0);
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
        closing.countDown();
        try {
            door.close();
        } catch (IOException e) {
            LOG.trace("The local port would not close. {}", String.valueOf(e.getMessage()));
        }
        threads.shutdownNow();
    }
}
