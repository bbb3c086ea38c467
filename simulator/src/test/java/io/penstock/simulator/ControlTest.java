package io.penstock.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

class ControlTest {

    private final SimulatorServer server =
            SimulatorServer.start(
                    new EchoSimulation()
                            .open(
                                    new Scenario(1, 3, 1, Instant.EPOCH, "id", "secret", Map.of()),
                                    InstantSource.system()),
                    0);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void setsAnOptionForTheCallsThatFollow() throws Exception {
        assertThat(call("GET", "/x", "").headers().firstValue("x-echo")).hasValue("yes");

        JsonNode set = json(call("PUT", "/_penstock/options/echo", "no\n"));

        assertThat(call("GET", "/x", "").headers().firstValue("x-echo")).hasValue("no");
        assertThat(set.get("value").asString()).isEqualTo("no");
        assertThat(set.get("default").asString()).isEqualTo("yes");
        assertThat(json(call("DELETE", "/_penstock/options/echo", "")).get("value").asString())
                .isEqualTo("yes");
        assertThat(call("GET", "/x", "").headers().firstValue("x-echo")).hasValue("yes");
    }

    @Test
    void listsTheOptions() throws Exception {
        JsonNode options = json(call("GET", "/_penstock/options", ""));

        assertThat(options).hasSize(1);
        assertThat(options.get(0).get("name").asString()).isEqualTo("echo");
        assertThat(options.get(0).get("help").asString()).isEqualTo("the value of X-Echo");
        assertThat(options.get(0).get("struck").asInt()).isZero();
        assertThat(options.toString()).doesNotContain("secret");
    }

    @Test
    void refusesWithOneSentence() throws Exception {
        HttpResponse<String> bad = call("PUT", "/_penstock/options/echo", "maybe");

        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).isEqualTo("The option echo is \"maybe\", allowed are yes, no.\n");
        assertThat(call("PUT", "/_penstock/options/noise", "1").statusCode()).isEqualTo(404);
        assertThat(call("GET", "/_penstock/nothing", "").statusCode()).isEqualTo(404);
        assertThat(call("POST", "/_penstock/options", "").statusCode()).isEqualTo(404);
    }

    @Test
    void offersTheOracleAndTheSimulationsOwnResources() throws Exception {
        assertThat(call("GET", "/_penstock/oracle", "").body()).startsWith("hosts.total=3\n");
        assertThat(call("POST", "/_penstock/weather?sun=on", "").body()).isEqualTo("sun on\nday\n");
    }

    @Test
    void countsCallsByPathAndStatusButNotTheControlCalls() throws Exception {
        call("GET", "/a", "");
        call("GET", "/a", "");
        call("GET", "/b", "");

        JsonNode calls = json(call("GET", "/_penstock/calls", ""));

        assertThat(calls.get("calls").asInt()).isEqualTo(3);
        assertThat(calls.at("/byPath/~1a/203").asInt()).isEqualTo(2);
        assertThat(calls.at("/byPath/~1b/203").asInt()).isEqualTo(1);
        assertThat(json(call("DELETE", "/_penstock/calls", "")).get("calls").asInt()).isZero();
    }

    @Test
    void knowsHowManyCallsThereWereAtTheSameTime() throws Exception {
        CompletableFuture<?>[] three =
                IntStream.range(0, 3)
                        .mapToObj(_ ->
                                client.sendAsync(
                                        request("GET", "/together", ""), BodyHandlers.ofString()))
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(three).join();

        JsonNode calls = json(call("GET", "/_penstock/calls", ""));

        assertThat(calls.get("atOnceMax").asInt()).isEqualTo(3);
    }

    @Test
    void answersCallersOnThisMachineOnly() throws Exception {
        SimulatedApi api =
                new EchoSimulation()
                        .open(
                                new Scenario(1, 3, 1, Instant.EPOCH, "id", "secret", Map.of()),
                                InstantSource.system());
        ControlRequest put = new ControlRequest("PUT", "options/echo", Map.of(), "no");
        ControlDesk desk = new ControlDesk(api, new CallLog());

        ControlAnswer outside = desk.answer(InetAddress.getByName("192.0.2.1"), put);

        assertThat(outside.status()).isEqualTo(403);
        assertThat(api.switchboard().all().iterator().next().text()).isEqualTo("yes");
        assertThat(desk.answer(InetAddress.getLoopbackAddress(), put).status()).isEqualTo(200);
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        return client.send(request(method, path, body), BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
