package io.penstock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A proxy that does not answer, and a machine that has no sockets left for a while. */
@Timeout(60)
class TlsBridgeTest {

    private static final Duration BRIEF = Duration.ofMillis(200);

    private final List<Long> tries = new CopyOnWriteArrayList<>();
    private final CountDownLatch twice = new CountDownLatch(2);

    @Test
    void givesAProxyUpThatNeverAgreesOnTls() throws IOException {
        try (var silent = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
                var bridge = TlsBridge.open(at(silent), CaBundle.jdk(), BRIEF);
                var client = connected(bridge)) {
            assertThat(client.getInputStream().read()).as("the end").isEqualTo(-1);
        }
    }

    @Test
    void triesAgainAfterAWhileWhenNoConnectionCanBeTaken() throws Exception {
        try (var door = new BrokenDoor();
                var _ = TlsBridge.open(door, at(door), CaBundle.jdk(), BRIEF)) {
            twice.await();
            assertThat(Duration.ofNanos(tries.get(1) - tries.get(0)))
                    .isGreaterThan(Duration.ofMillis(500));
        }
    }

    private static InetSocketAddress at(ServerSocket server) {
        return InetSocketAddress.createUnresolved("127.0.0.1", server.getLocalPort());
    }

    private static Socket connected(TlsBridge bridge) throws IOException {
        return new Socket(bridge.address().getAddress(), bridge.address().getPort());
    }

    private final class BrokenDoor extends ServerSocket {

        BrokenDoor() throws IOException {
            super(0, 0, InetAddress.getLoopbackAddress());
        }

        @Override
        public Socket accept() throws IOException {
            tries.add(System.nanoTime());
            twice.countDown();
            throw new IOException("Too many open files");
        }
    }
}
