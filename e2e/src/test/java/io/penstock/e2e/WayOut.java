package io.penstock.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import io.penstock.launcher.stack.Stack;
import io.penstock.testkit.TestAuthority;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A customer's network: a proxy that asks for a login, and the platform behind its own authority.
 */
final class WayOut implements AutoCloseable {

    static final String USER = "site";
    static final String PASSWORD = "pr0xy-pass";

    private static final Set<String> OURS =
            Set.of("host", "connection", "content-length", "transfer-encoding", "expect");

    private final Path folder;
    private final URI platform;
    private final TestAuthority authority;
    private final int proxyPort = Stack.freePort();
    private final Process proxy;
    private final HttpsServer gateway;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private WayOut(Path folder, URI platform) throws IOException, GeneralSecurityException {
        this.folder = folder;
        this.platform = platform;
        this.authority = TestAuthority.in(folder);
        this.gateway =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.setHttpsConfigurator(new HttpsConfigurator(authority.server()));
        gateway.setExecutor(threads);
        gateway.createContext("/", this::forward);
        gateway.start();
        this.proxy = startProxy();
    }

    static WayOut to(URI platform, Path folder) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        return new WayOut(folder, platform);
    }

    /** The platform's address as the customer has it. */
    URI gateway() {
        return URI.create("https://127.0.0.1:" + gateway.getAddress().getPort());
    }

    Path authority() {
        return authority.certificate();
    }

    int proxyPort() {
        return proxyPort;
    }

    /** What went through the proxy, a request a line. */
    List<String> requests() throws IOException {
        return Files.readAllLines(folder.resolve("proxy.log")).stream()
                .filter(line -> line.contains("Request (file descriptor"))
                .toList();
    }

    /** When a request came, such as {@code CONNECT Nov 28 14:58:46.123 [12]: Request (…}. */
    static Instant time(String line) {
        var words = line.split("\\s+");
        var year = LocalDate.now(ZoneOffset.UTC).getYear();
        var text = year + " " + words[1] + " " + words[2] + " " + words[3];
        var form = DateTimeFormatter.ofPattern("yyyy MMM d HH:mm:ss[.SSS]", Locale.ENGLISH);
        return LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC);
    }

    private Process startProxy() throws IOException {
        var config =
                """
                Port %d
                Listen 127.0.0.1
                Timeout 600
                LogFile "%s"
                LogLevel Info
                MaxClients 100
                Allow 127.0.0.1
                BasicAuth %s %s
                """
                        .formatted(proxyPort, folder.resolve("proxy.log"), USER, PASSWORD);
        var file = Files.writeString(folder.resolve("proxy.conf"), config);
        var builder =
                new ProcessBuilder("tinyproxy", "-d", "-c", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("proxy.out").toFile());
        builder.environment().put("TZ", "UTC");
        var process = builder.start();
        awaitPort(process);
        return process;
    }

    private void awaitPort(Process process) throws IOException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < end && process.isAlive()) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), proxyPort)) {
                return;
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
        throw new IOException("no proxy: " + Files.readString(folder.resolve("proxy.out")));
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request =
                    HttpRequest.newBuilder(platform.resolve(exchange.getRequestURI().toString()))
                            .version(HttpClient.Version.HTTP_1_1)
                            .method(
                                    exchange.getRequestMethod(),
                                    BodyPublishers.ofByteArray(
                                            exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders()
                    .forEach((name, values) -> {
                        if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                            values.forEach(value -> request.header(name, value));
                        }
                    });
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers()
                    .map()
                    .forEach((name, values) -> {
                        if (!OURS.contains(name.toLowerCase(Locale.ROOT))
                                && !name.startsWith(":")) {
                            exchange.getResponseHeaders().put(name, values);
                        }
                    });
            var length = answer.body().length;
            exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        proxy.destroy();
        gateway.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
    }
}
