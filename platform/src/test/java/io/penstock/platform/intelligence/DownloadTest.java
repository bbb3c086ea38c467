package io.penstock.platform.intelligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Fetching from a real server on this machine. */
class DownloadTest {

    private static final byte[] TEXT = "some text".getBytes(StandardCharsets.UTF_8);

    private final ListServer server = new ListServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void bringsTheFileAndNamesItWithoutItsQuery() throws IOException {
        server.answers(ListServer.bytes(TEXT));

        try (var file = download("/a.csv?token=hush").fetch(PublicList.EPSS);
                var text = file.open(100)) {
            assertThat(text.readAllBytes()).isEqualTo(TEXT);
            assertThat(file.origin()).startsWith("127.0.0.1:").endsWith("/a.csv");
            assertThat(file.sha256()).hasSize(32);
        }
    }

    @Test
    void followsARedirect() {
        server.answers(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/current")) {
                exchange.getResponseHeaders().set("Location", "/dated");
                exchange.sendResponseHeaders(302, -1);
            } else {
                ListServer.bytes(TEXT).to(exchange);
            }
        });

        try (var file = download("/current").fetch(PublicList.EPSS)) {
            assertThat(file.path()).hasBinaryContent(TEXT);
        }
    }

    @Test
    void anErrorIsASentence() {
        server.answers(ListServer.status(503));

        assertThatThrownBy(() -> download("/a.csv").fetch(PublicList.KEV))
                .hasMessageContaining("The KEV catalogue could not be fetched from 127.0.0.1:")
                .hasMessageContaining("/a.csv: the answer was 503.");
    }

    @Test
    void aFileBeyondItsBoundIsNotTaken() {
        server.answers(ListServer.bytes(new byte[2_000]));

        assertThatThrownBy(() -> download("/a.csv").fetch(PublicList.EPSS))
                .hasMessageContaining("The EPSS file could not be fetched from 127.0.0.1:")
                .hasMessageContaining("1024");
    }

    @Test
    void aServerThatGoesSilentIsLeft() {
        var let = new CountDownLatch(1);
        server.answers(ListServer.silent(let));

        var hasty = download("/a.csv", Duration.ofSeconds(1));

        assertThatThrownBy(() -> hasty.fetch(PublicList.EPSS))
                .hasMessageContaining("it took more than 1 s.");
        let.countDown();
    }

    private Download download(String path) {
        return download(path, Duration.ofMinutes(1));
    }

    private Download download(String path, Duration timeout) {
        return new Download(
                new IntelligenceSettings(
                        server.url(path),
                        server.url(path),
                        Duration.ofHours(24),
                        timeout,
                        DataSize.ofBytes(1_024)));
    }
}
