package io.penstock.vendor.crowdstrike.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.simulator.SimulatedAnswer;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

class FalconGateTest {

    @Test
    void answersTheTokenCallWith201AndOneSecondLessThanItsLife() {
        SimulatedAnswer answer = Falcon.of(50, 10).token(Falcon.CLIENT, "secret");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(Falcon.json(answer).get("expires_in").asInt()).isEqualTo(1799);
        assertThat(Falcon.json(answer).get("token_type").asString()).isEqualTo("bearer");
        assertThat(answer.body()).hasSizeBetween(1000, 1400);
        assertThat(answer.headers())
                .containsEntry("X-Cs-Region", "us-1")
                .containsEntry("X-Ratelimit-Limit", "300")
                .containsKeys("X-Cs-Traceid", "X-Ratelimit-Remaining");
    }

    @Test
    void tellsAnUnknownClientFromAWrongSecret() {
        Falcon falcon = Falcon.of(50, 10);

        SimulatedAnswer client = falcon.token("not-valid", "secret");
        SimulatedAnswer secret = falcon.token(Falcon.CLIENT, "guess");

        assertThat(client.status()).isEqualTo(400);
        assertThat(Falcon.error(client))
                .isEqualTo("Failed to generate access token for clientID=not-valid.");
        assertThat(Falcon.text(client)).endsWith("}\n").contains("\"powered_by\": \"csam\"");
        assertThat(secret.status()).isEqualTo(403);
        assertThat(Falcon.error(secret)).isEqualTo("Failed to issue access token - Not Authorized");
        assertThat(Falcon.text(secret)).doesNotContain("guess");
    }

    @Test
    void refusesATokenThatIsMissingForgedOrExpired() {
        Falcon falcon = Falcon.of(50, 10);
        String forged = falcon.bearer().substring(0, falcon.bearer().length() - 2) + "xx";
        falcon.clock.pass(Duration.ofSeconds(1799));
        assertThat(falcon.get(Falcon.QUERIES).status()).isEqualTo(200);
        falcon.clock.pass(Duration.ofSeconds(2));

        for (String bearer : new String[] {falcon.bearer(), forged, "", "a.b.c"}) {
            SimulatedAnswer answer = falcon.get(bearer, false, Falcon.QUERIES);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(Falcon.error(answer)).isEqualTo("access denied, invalid bearer token");
            assertThat(answer.headers())
                    .containsEntry("X-Ratelimit-Limit", "15")
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .doesNotContainKey("X-Cs-Region");
        }
    }

    @Test
    void refusesAClientWithoutTheScopeOnTheResourceCallOnly() {
        Falcon falcon = Falcon.of(50, 10, "scopes", "vulnerabilities");

        SimulatedAnswer hosts = falcon.get(Falcon.QUERIES);
        SimulatedAnswer findings = falcon.get(Falcon.SPOTLIGHT, "filter", Falcon.ALL);

        assertThat(hosts.status()).isEqualTo(403);
        assertThat(Falcon.error(hosts)).isEqualTo("access denied, authorization failed");
        assertThat(Falcon.json(hosts).has("resources")).isFalse();
        assertThat(findings.status()).isEqualTo(200);
    }

    @Test
    void countsBadTokensPerAddressOverASlidingMinute() {
        Falcon falcon = Falcon.of(50, 10);
        for (int i = 0; i < 15; i++) {
            assertThat(falcon.get("bad", false, Falcon.QUERIES).headers())
                    .containsEntry("X-Ratelimit-Remaining", "" + (14 - i));
            falcon.clock.pass(Duration.ofSeconds(1));
        }

        SimulatedAnswer refused = falcon.get("bad", false, Falcon.QUERIES);

        assertThat(refused.status()).isEqualTo(429);
        long first = falcon.clock.instant().getEpochSecond() - 15;
        assertThat(refused.headers())
                .containsEntry("X-Ratelimit-RetryAfter", Long.toString(first + 60));
        assertThat(falcon.get(Falcon.QUERIES).status()).isEqualTo(200);
        falcon.clock.pass(Duration.ofSeconds(45));
        assertThat(falcon.get("bad", false, Falcon.QUERIES).status()).isEqualTo(401);
        assertThat(falcon.get("bad", false, Falcon.QUERIES).status()).isEqualTo(429);
    }

    @Test
    void countsTheAccountsCallsAndTheTokenCalls() {
        Falcon falcon = Falcon.of(50, 10, "calls-per-minute", "3");

        assertThat(falcon.get(Falcon.QUERIES).headers())
                .containsEntry("X-Ratelimit-Remaining", "2");
        falcon.get(Falcon.QUERIES);
        falcon.get(Falcon.QUERIES);
        assertThat(falcon.get(Falcon.QUERIES).status()).isEqualTo(429);
        for (int i = 1; i < 300; i++) {
            assertThat(falcon.token(Falcon.CLIENT, "secret").status()).isEqualTo(201);
        }
        assertThat(falcon.token(Falcon.CLIENT, "secret").status()).isEqualTo(429);
        falcon.clock.pass(Duration.ofSeconds(61));
        assertThat(falcon.get(Falcon.QUERIES).status()).isEqualTo(200);
    }

    @Test
    void letsACursorDieAfterTwoMinutes() {
        Falcon falcon = Falcon.of(100, 20);
        JsonNode first = falcon.read(Falcon.SPOTLIGHT, "filter", Falcon.ALL, "limit", "10");
        String after = first.get("meta").get("pagination").get("after").asString();

        falcon.clock.pass(Duration.ofMinutes(2));
        SimulatedAnswer alive = falcon.get(Falcon.SPOTLIGHT, "filter", Falcon.ALL, "after", after);
        falcon.clock.pass(Duration.ofSeconds(1));
        SimulatedAnswer dead = falcon.get(Falcon.SPOTLIGHT, "filter", Falcon.ALL, "after", after);

        assertThat(alive.status()).isEqualTo(200);
        assertThat(dead.status()).isEqualTo(404);
        assertThat(Falcon.error(dead))
                .isEqualTo("Search context expired, 'after' key no longer valid");
        JsonNode pagination = Falcon.json(dead).get("meta").get("pagination");
        assertThat(pagination.get("total").asInt()).isZero();
        assertThat(pagination.get("after").asString()).isEmpty();
        assertThat(Falcon.json(dead).get("resources").isEmpty()).isTrue();
    }

    @Test
    void refusesOptionsItDoesNotKnow() {
        assertThatThrownBy(() -> Falcon.of(1, 1, "pagedelay", "5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The option \"pagedelay\" is not known");
        assertThatThrownBy(() -> Falcon.of(1, 1, "cursor-life", "0"))
                .hasMessage("The option cursor-life is \"0\", allowed are 1 to 86400.");
        assertThatThrownBy(() -> Falcon.of(1, 1, "scopes", "hosts"))
                .hasMessage(
                        "The option scopes is \"hosts\", the scope \"hosts\" is not known, there"
                                + " are [assets, vulnerabilities].");
        assertThatThrownBy(() -> Falcon.of(1, 30_000))
                .hasMessage("Findings per host are 30000, allowed are 0 to 20000.");
    }
}
