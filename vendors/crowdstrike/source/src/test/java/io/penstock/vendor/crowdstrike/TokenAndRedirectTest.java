package io.penstock.vendor.crowdstrike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.vendor.crowdstrike.FalconServer.Answer;
import io.penstock.vendor.crowdstrike.FalconServer.Call;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

class TokenAndRedirectTest {

    private static final String TOTAL =
            "{\"meta\":{\"pagination\":{\"limit\":1,\"total\":42,\"after\":\"\"}},\"resources\":[]}";
    private static final ReadPlan PLAN = ReadPlan.standard();

    private final AtomicInteger tokens = new AtomicInteger();

    private Answer granted(Call call) {
        return call.path().equals(TokenKeeper.PATH)
                ? FalconServer.token("token-" + tokens.incrementAndGet())
                : Answer.json(200, TOTAL);
    }

    private static long total(FalconSession session) {
        return session.total(Samples.FINDINGS, Samples.FULL);
    }

    @Test
    void sendsTheFormOnceAndTheTokenWithEveryCall() {
        try (var server = new FalconServer(this::granted)) {
            var session = server.session(PLAN);
            assertThat(total(session) + total(session)).isEqualTo(84);
            var token = server.callsTo(TokenKeeper.PATH);
            assertThat(token).hasSize(1);
            assertThat(token.getFirst().method()).isEqualTo("POST");
            assertThat(token.getFirst().form())
                    .contains("client_id=client")
                    .contains("client_secret=");
            assertThat(server.callsTo(Endpoint.VULNERABILITIES.path()))
                    .extracting(Call::authorization)
                    .containsOnly("Bearer token-1");
        }
    }

    @Test
    void renewsATokenThatHasLessThanThreeMinutesLeft() {
        var now = new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
        InstantSource clock = now::get;
        try (var server = new FalconServer(this::granted)) {
            var session = server.session(PLAN, clock);
            total(session);
            now.set(now.get().plusSeconds(1_799 - 181));
            total(session);
            assertThat(tokens).hasValue(1);
            now.set(now.get().plusSeconds(2));
            total(session);
            assertThat(tokens).hasValue(2);
        }
    }

    @Test
    void manyThreadsShareOneRenewal() throws Exception {
        try (var server = new FalconServer(this::granted);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var session = server.session(PLAN);
            var all =
                    IntStream.range(0, 40)
                            .mapToObj(_ -> threads.submit(() -> total(session)))
                            .toList();
            for (Future<Long> one : all) {
                assertThat(one.get()).isEqualTo(42);
            }
            assertThat(tokens).hasValue(1);
        }
    }

    @Test
    void renewsARefusedTokenOnceAndRepeatsTheCall() {
        try (var server = new FalconServer(this::granted)) {
            server.script(c -> c.authorization().endsWith("token-1") ? unauthorised() : granted(c));
            assertThat(total(server.session(PLAN))).isEqualTo(42);
            assertThat(tokens).hasValue(2);
        }
    }

    @Test
    void givesUpWhenTheSecondTokenIsRefusedToo() {
        try (var server = new FalconServer(this::granted)) {
            server.script(c -> c.authorization().isEmpty() ? granted(c) : unauthorised());
            assertFault(server, FaultKind.AUTHENTICATION, "VENDOR_TOKEN_REFUSED");
            assertThat(tokens).hasValue(2);
        }
    }

    private static Answer unauthorised() {
        return Answer.json(
                        401,
                        "{\"errors\":[{\"code\":401,\"message\":\"access denied, invalid bearer"
                                + " token\"}]}")
                .with("X-Ratelimit-Limit", "15");
    }

    @ParameterizedTest
    @CsvSource({
        "token 400 unknown client id, VENDOR_CLIENT_UNKNOWN",
        "token 403 wrong secret, VENDOR_SECRET_REFUSED",
        "token HTTP 500 carrying inner code 400, VENDOR_CLIENT_UNKNOWN"
    })
    void classifiesRecordedTokenRefusalsWithoutRepeatingWhatWasSent(String label, String code) {
        try (var server = new FalconServer(_ -> recorded(label))) {
            assertFault(server, FaultKind.AUTHENTICATION, code);
        }
    }

    @Test
    void acceptsTheRecordedTokenAnswer() {
        var text = new String(recorded("token ok (us-2)").body(), StandardCharsets.UTF_8);
        var real = Answer.json(201, text.replace("[REDACTED]", "eyJ.real"));
        try (var server = new FalconServer(this::granted)) {
            server.script(c -> c.path().equals(TokenKeeper.PATH) ? real : granted(c));
            assertThat(total(server.session(PLAN))).isEqualTo(42);
        }
    }

    private static Answer recorded(String label) {
        var all = Samples.json(Samples.bytes("03-oauth2-and-region-redirect-exchanges.json"));
        for (var exchange : all) {
            if (exchange.path("label").stringValue().equals(label)) {
                var response = exchange.path("response");
                return Answer.json(
                        response.path("status").intValue(), response.path("body").toString());
            }
        }
        throw new IllegalArgumentException(label);
    }

    @Test
    void followsARedirectToItsOwnLoopbackHostOnceAndStaysThere() {
        try (var home = new FalconServer(this::granted);
                var wrong = new FalconServer(c -> redirect(home.url() + c.path()))) {
            var session = wrong.session(PLAN);
            assertThat(total(session) + total(session)).isEqualTo(84);
            assertThat(wrong.calls).hasSize(1);
            assertThat(home.callsTo(TokenKeeper.PATH).getFirst().form()).contains("client_secret=");
        }
    }

    @Test
    void carriesNoSecretToAForeignHost() {
        try (var server =
                new FalconServer(
                        _ -> redirect("http://api.crowdstrike.com.evil.example/oauth2/token"))) {
            assertFault(server, FaultKind.CONFIGURATION, "VENDOR_REDIRECT_REFUSED");
        }
    }

    @Test
    void doesNotFollowASecondRedirect() {
        try (var server = new FalconServer(this::granted)) {
            server.script(c -> redirect(server.url() + c.path()));
            assertFault(server, FaultKind.CONFIGURATION, "VENDOR_REDIRECT_REFUSED");
            assertThat(server.calls).hasSize(2);
        }
    }

    private static Answer redirect(String location) {
        return new Answer(308, Map.of("Location", location), new byte[0]);
    }

    private static void assertFault(FalconServer server, FaultKind kind, String code) {
        var session = server.session(PLAN);
        assertThatThrownBy(() -> total(session))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> {
                            assertThat(e.fault().kind()).isEqualTo(kind);
                            assertThat(e.fault().code()).isEqualTo(code);
                            assertThat(e.getMessage())
                                    .doesNotContain(FalconServer.SECRET)
                                    .doesNotContain("clientID");
                        });
    }
}
