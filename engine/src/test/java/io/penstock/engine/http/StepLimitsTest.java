package io.penstock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.config.Timeouts;

import org.junit.jupiter.api.Test;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Each step of a call is held to its own limit (S-144 to S-148). */
class StepLimitsTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int LARGE = 32 * 1024 * 1024;

    /** What the other side does with a connection. */
    private interface Manner {
        void handle(Socket socket) throws IOException;
    }

    private static Timeouts only(int step) {
        return new Timeouts(
                step == 0 ? SHORT : LONG,
                step == 1 ? SHORT : LONG,
                step == 2 ? SHORT : LONG,
                step == 3 ? SHORT : LONG);
    }

    private static void assertTripped(Timeouts times, Manner manner, int bytes, String words)
            throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var net = new Transport(new TransportLimits(times, LARGE), Route.direct())) {
            threads.execute(() -> serve(server, manner));
            var uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
            var request = net.request(uri);
            if (bytes > 0) {
                request.POST(BodyPublishers.ofByteArray(new byte[bytes]));
            }
            assertThatThrownBy(() -> net.send(request.build()))
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            e -> assertThat(e.fault().kind()).isEqualTo(FaultKind.UNAVAILABLE))
                    .hasMessageContaining(words + " within 300 ms");
            // Interrupting a virtual thread closes the socket it waits on.
            threads.shutdownNow();
        }
    }

    private static void serve(ServerSocket server, Manner manner) {
        try {
            while (!server.isClosed()) {
                manner.handle(server.accept());
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static void readHead(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var seen = new StringBuilder();
        while (seen.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                throw new EOFException("The caller gave up before its request was whole.");
            }
            seen.append((char) next);
        }
    }

    @Test
    void theAnswerMustBeginInTime() throws IOException {
        assertTripped(only(2), StepLimitsTest::readHead, 0, "no answer");
        assertTripped(only(2), StepLimitsTest::readHead, 10, "no answer");
    }

    @Test
    void theRequestMustBeTakenInTime() throws IOException {
        assertTripped(only(1), StepLimitsTest::readHead, LARGE, "the request was not taken");
    }

    @Test
    void theAnswerMustBeReadInTime() throws IOException {
        assertTripped(
                only(3),
                socket -> {
                    readHead(socket);
                    say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
                },
                0,
                "no whole answer");
    }

    @Test
    void theConnectionMustStandInTime() throws IOException {
        // A TLS greeting that is never answered: the connection is not there yet.
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var net = new Transport(new TransportLimits(only(0), LARGE), Route.direct())) {
            var uri = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/");
            var request = net.request(uri).POST(BodyPublishers.ofByteArray(new byte[10])).build();
            assertThatThrownBy(() -> net.send(request))
                    .hasMessageContaining("no connection within 300 ms");
        }
    }
}
