package io.penstock.engine.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy for calls by https that asks for a login: it connects its client with the server the
 * client names, and never sees what the two say.
 */
final class LoginProxy implements AutoCloseable {

    private static final String REFUSED =
            String.join(
                    "\r\n",
                    "HTTP/1.1 407 Proxy Authentication Required",
                    "Proxy-Authenticate: Basic realm=\"x\"",
                    "Content-Length: 0",
                    "",
                    "");

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String login;
    private final ServerSocket door;

    /**
     * @param login the whole value of the header it wants
     */
    LoginProxy(String login) throws IOException {
        this.login = login;
        this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        threads.execute(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    /** What it was asked, each a whole head. */
    List<String> requests() {
        return requests;
    }

    private void listen() {
        try {
            while (true) {
                var client = door.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            threads.shutdown();
        }
    }

    private void serve(Socket client) {
        try (client) {
            var head = head(client.getInputStream());
            requests.add(head);
            if (!head.contains("Proxy-Authorization: " + login + "\r\n")) {
                client.getOutputStream().write(REFUSED.getBytes(StandardCharsets.US_ASCII));
                return;
            }
            var target = head.split(" ")[1].split(":");
            try (var server = new Socket(target[0], Integer.parseInt(target[1]))) {
                client.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                threads.execute(() -> pass(server, client));
                pass(client, server);
            }
        } catch (IOException e) {
            requests.add("broken: " + e.getMessage());
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of the two has gone, and so does the other.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
