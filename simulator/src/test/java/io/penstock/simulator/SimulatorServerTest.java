package io.penstock.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

class SimulatorServerTest {

    private final SimulatorServer server =
            SimulatorServer.start(
                    new EchoSimulation()
                            .open(
                                    new Scenario(1, 1, 1, Instant.EPOCH, "id", "secret", Map.of()),
                                    InstantSource.system()),
                    0);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void decodesTheQueryAndKeepsRepetitions() throws Exception {
        HttpResponse<String> answer =
                get(
                        "/a/b?facet=cve&facet=host_info"
                                + "&filter=a%3A%27x%27%2Bb+c&empty=&%C3%A6=%E2%82%AC");

        assertThat(answer.statusCode()).isEqualTo(203);
        assertThat(answer.headers().firstValue("x-echo")).hasValue("yes");
        assertThat(answer.body())
                .isEqualTo(
                        "GET /a/b {empty=[], facet=[cve, host_info], filter=[a:'x'+b c],"
                                + " \u00e6=[\u20ac]} {} 127.0.0.1");
    }

    @Test
    void decodesAForm() throws Exception {
        HttpResponse<String> answer =
                post(
                        "application/x-www-form-urlencoded;charset=UTF-8",
                        "client_id=a&secret=%26%3D%2B");

        assertThat(answer.body()).isEqualTo("POST / {} {client_id=[a], secret=[&=+]} 127.0.0.1");
        assertThat(post("application/json", "a=b").body()).contains(" {} {} ");
    }

    @Test
    void refusesABrokenEscape() throws Exception {
        HttpResponse<String> answer = post("application/x-www-form-urlencoded", "a=%zz");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("The request cannot be read: ");
    }

    @Test
    void refusesABodyAboveTheLimit() throws Exception {
        HttpResponse<String> answer =
                post("text/plain", "x".repeat(SimulatorServer.BODY_BYTES_MAX + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("The request body has more than 1048576 bytes.\n");
    }

    @Test
    void stopsListeningWhenClosed() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(203);
        server.close();

        assertThatThrownBy(() -> get("/")).isInstanceOf(ConnectException.class);
    }

    @Test
    void saysWhichPortIsTaken() {
        assertThatThrownBy(() ->
                        SimulatorServer.start(
                                new EchoSimulation()
                                        .open(
                                                new Scenario(
                                                        1,
                                                        1,
                                                        1,
                                                        Instant.EPOCH,
                                                        "id",
                                                        "secret",
                                                        Map.of()),
                                                InstantSource.system()),
                                server.port()))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("Cannot listen on 127.0.0.1 port " + server.port());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create(server.address() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String type, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.address().resolve("/"))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
