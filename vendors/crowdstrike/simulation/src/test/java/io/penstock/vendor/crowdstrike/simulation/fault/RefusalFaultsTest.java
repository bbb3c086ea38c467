package io.penstock.vendor.crowdstrike.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.Instant;

class RefusalFaultsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "server-error; always; 500; 500; spapi; Internal Server Error: Please provide",
                "unavailable; always; 503; 503; spapi; Service Unavailable",
                "inner-code; always; 500; 400; msa-api; invalid request",
                "forbidden; always; 403; 403; crowdstrike-api-gateway; access denied,"
                        + " authorization failed",
                "forbidden; always/form:scope; 403; 403; crowdstrike-api-gateway; access denied,"
                        + " scope not permitted",
                "unauthorized; always; 401; 401; crowdstrike-api-gateway; access denied, invalid"
                        + " bearer token",
                "too-many; always; 429; 429; crowdstrike-api-gateway; API rate limit exceeded."
            })
    void answersWithAnEnvelope(
            String name, String value, int status, int code, String by, String message)
            throws Exception {
        try (Served tenant = Served.with(name, value)) {
            HttpResponse<byte[]> answer = tenant.findings();

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(Served.header(answer, "content-type")).isEqualTo("application/json");
            JsonNode body = Served.json(answer);
            assertThat(body.at("/errors/0/code").asInt()).isEqualTo(code);
            assertThat(body.at("/errors/0/message").asString()).startsWith(message);
            assertThat(body.at("/meta/powered_by").asString()).isEqualTo(by);
            assertThat(tenant.option(name).get("struck").asInt()).isEqualTo(1);
        }
    }

    @Test
    void strikesTheCallsItWasToldTo() throws Exception {
        try (Served tenant = Served.with("server-error", "at:2,4/on:spotlight")) {
            assertThat(tenant.hosts().statusCode()).isEqualTo(200);
            int[] statuses = new int[5];
            for (int i = 0; i < 5; i++) {
                statuses[i] = tenant.findings().statusCode();
            }

            assertThat(statuses).containsExactly(200, 500, 200, 500, 200);
            assertThat(tenant.hosts().statusCode()).isEqualTo(200);
            assertThat(tenant.login().statusCode()).isEqualTo(201);
        }
    }

    @Test
    void answersTheTokenCallWithAServerStatusAndAClientCode() throws Exception {
        try (Served tenant = Served.with("inner-code", "at:2/on:token")) {
            HttpResponse<byte[]> answer = tenant.login();

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(Served.json(answer).at("/errors/0/code").asInt()).isEqualTo(400);
            assertThat(Served.text(answer))
                    .contains("Failed to generate access token for clientID=" + Served.CLIENT);
            assertThat(tenant.login().statusCode()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gateway-timeout,always,504",
        "html-page,always,200",
        "html-page,every:1/status:403,403"
    })
    void answersWithAnHtmlPage(String name, String value, int status) throws Exception {
        try (Served tenant = Served.with(name, value)) {
            HttpResponse<byte[]> answer = tenant.findings();

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(Served.header(answer, "content-type")).isEqualTo("text/html");
            assertThat(Served.header(answer, "content-encoding")).isEqualTo("absent");
            assertThat(Served.text(answer)).startsWith("<html>").endsWith("</html>\n");
        }
    }

    @Test
    void refusesAGoodTokenAsTheGatewayDoes() throws Exception {
        try (Served tenant = Served.with("unauthorized", "first:2")) {
            HttpResponse<byte[]> first = tenant.findings();

            assertThat(Served.header(first, "x-ratelimit-limit")).isEqualTo("15");
            assertThat(Served.header(first, "x-ratelimit-remaining")).isEqualTo("14");
            assertThat(Served.header(first, "x-cs-region")).isEqualTo("absent");
            assertThat(Served.header(tenant.findings(), "x-ratelimit-remaining")).isEqualTo("13");
            assertThat(tenant.findings().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void letsATokenDieBeforeItsTime() throws Exception {
        try (Served tenant = Served.with("early-token-death", "at:1/after:0")) {
            HttpResponse<byte[]> dead = tenant.findings();
            HttpResponse<byte[]> second = tenant.login();

            assertThat(dead.statusCode()).isEqualTo(401);
            assertThat(Served.header(dead, "x-ratelimit-limit")).isEqualTo("15");
            assertThat(Served.json(second).get("expires_in").asInt()).isEqualTo(1799);
            assertThat(tenant.findings().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void showsTheLimitOfARefusedAddress() throws Exception {
        try (Served tenant = Served.with("forbidden", "always/form:address")) {
            HttpResponse<byte[]> answer = tenant.hosts();

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(Served.header(answer, "x-ratelimit-limit")).isEqualTo("25");
        }
    }

    @Test
    void saysInSecondsOrMillisecondsWhenThereIsRoomAgain() throws Exception {
        try (Served tenant = Served.with("too-many", "always/wait:60")) {
            long before = Instant.now().getEpochSecond();
            long seconds =
                    Long.parseLong(Served.header(tenant.findings(), "x-ratelimit-retryafter"));
            tenant.control("PUT", "options/too-many", "always/wait:60/form:ms");
            String millis = Served.header(tenant.hosts(), "x-ratelimit-retryafter");

            assertThat(seconds).isBetween(before + 60, before + 75);
            assertThat(millis).endsWith("000");
            assertThat(Long.parseLong(millis) / 1000).isBetween(seconds, seconds + 15);
        }
    }

    @Test
    void refusesUntilTheWaitIsOverEvenWhenItToldATimeTooEarly() throws Exception {
        try (Served tenant = Served.with("too-many", "at:2/wait:60/early:60")) {
            assertThat(tenant.findings().statusCode()).isEqualTo(200);
            HttpResponse<byte[]> refused = tenant.findings();
            HttpResponse<byte[]> again = tenant.hosts();

            long told = Long.parseLong(Served.header(refused, "x-ratelimit-retryafter"));
            assertThat(told).isLessThanOrEqualTo(Instant.now().getEpochSecond() + 1);
            assertThat(again.statusCode()).isEqualTo(429);
            assertThat(Served.header(again, "x-ratelimit-remaining")).isEqualTo("0");
        }
    }

    @Test
    void mayNotSayWhenThereIsRoomAgain() throws Exception {
        try (Served tenant = Served.with("too-many", "always/form:missing")) {
            HttpResponse<byte[]> answer = tenant.findings();

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(Served.header(answer, "x-ratelimit-retryafter")).isEqualTo("absent");
        }
    }

    @Test
    void letsTheCountOfCallsLeftJumpUp() throws Exception {
        try (Served tenant = Served.with("remaining-jumps", "at:3")) {
            tenant.findings();

            assertThat(Served.header(tenant.findings(), "x-ratelimit-remaining")).isEqualTo("5998");
            assertThat(Served.header(tenant.findings(), "x-ratelimit-remaining")).isEqualTo("6000");
            assertThat(Served.header(tenant.findings(), "x-ratelimit-remaining")).isEqualTo("5996");
        }
    }

    @Test
    void keepsTheRefusalOfABadRequest() throws Exception {
        try (Served tenant = Served.with("server-error", "always")) {
            HttpResponse<byte[]> answer = tenant.get(tenant.base() + Served.SPOTLIGHT, false);

            assertThat(answer.statusCode()).isEqualTo(400);
        }
    }
}
