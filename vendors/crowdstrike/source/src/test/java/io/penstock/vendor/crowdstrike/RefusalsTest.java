package io.penstock.vendor.crowdstrike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.vendor.crowdstrike.FalconServer.Answer;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

class RefusalsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static Fault fault(Slice slice, Answer answer) {
        try (var server =
                new FalconServer(c ->
                        c.path().equals(TokenKeeper.PATH) ? FalconServer.token("t") : answer)) {
            var session = server.session(ReadPlan.standard(), InstantSource.fixed(NOW));
            return catchThrowableOfType(
                            FaultException.class,
                            () -> session.read(slice, Samples.FULL, Position.START))
                    .fault();
        }
    }

    private static Answer error(int status, int code, String message) {
        return Answer.json(
                status,
                "{\"meta\":{\"trace_id\":\"cdc75cb5\"},\"errors\":[{\"code\":%d,\"message\":\"%s\"}]}"
                        .formatted(code, message));
    }

    @Test
    void namesTheMissingScopeOfEachStream() {
        var denied = error(403, 403, "access denied, authorization failed");
        var findings = fault(Samples.FINDINGS, denied);
        assertThat(findings.kind()).isEqualTo(FaultKind.PERMISSION);
        assertThat(findings.sentence())
                .contains("'Vulnerabilities: Read'")
                .contains("trace cdc75cb5");
        assertThat(fault(Samples.HOSTS, denied).sentence()).contains("'Assets: Read'");
    }

    @Test
    void takesAnErrorInsideAStatus200ForWhatItIs() {
        var fault = fault(Samples.FINDINGS, error(200, 403, "access denied, scope not permitted"));
        assertThat(fault.code()).isEqualTo("VENDOR_SCOPE_MISSING");
    }

    @Test
    void takesAnInner400InsideAStatus500ForWhatItIs() {
        var fault = fault(Samples.FINDINGS, error(500, 400, "invalid input data"));
        assertThat(fault.code()).isEqualTo("VENDOR_QUERY_REFUSED");
        assertThat(fault.kind().retryable()).isFalse();
    }

    @Test
    void aServerFaultMayBeRepeated() {
        var text = "Internal Server Error: Please provide trace-id='x' to support";
        var fault = fault(Samples.FINDINGS, error(500, 500, text));
        assertThat(fault.kind()).isEqualTo(FaultKind.UNAVAILABLE);
        assertThat(fault.sentence()).contains(text);
    }

    @Test
    void aPageOfHtmlIsNoAnswer() {
        var html =
                new Answer(
                        200,
                        Map.of("Content-Type", "text/html"),
                        "<html>Proxy</html>".getBytes(StandardCharsets.UTF_8));
        var fault = fault(Samples.FINDINGS, html);
        assertThat(fault.kind()).isEqualTo(FaultKind.MALFORMED);
        assertThat(fault.sentence()).contains("text/html").contains("proxy");
    }

    @Test
    void anHtmlGatewayTimeoutMayBeRepeated() {
        var html =
                new Answer(
                        504,
                        Map.of("Content-Type", "text/html"),
                        "<html/>".getBytes(StandardCharsets.UTF_8));
        assertThat(fault(Samples.HOSTS, html).kind()).isEqualTo(FaultKind.UNAVAILABLE);
    }

    @Test
    void anEndpointThatDoesNotExistIsNoEndOfData() {
        assertThat(fault(Samples.FINDINGS, error(404, 404, "not found")).kind())
                .isEqualTo(FaultKind.NOT_FOUND);
    }

    @Test
    void readsTheRequestedWaitInSecondsOrMillisecondsWithinBounds() {
        assertThat(limited("" + (NOW.getEpochSecond() + 30)).requestedWait())
                .contains(Duration.ofSeconds(31));
        assertThat(limited("" + (NOW.toEpochMilli() + 45_000)).requestedWait())
                .contains(Duration.ofSeconds(46));
        assertThat(limited("" + (NOW.getEpochSecond() + 9_000)).requestedWait())
                .contains(Duration.ofSeconds(121));
        assertThat(limited("" + (NOW.getEpochSecond() - 5)).requestedWait())
                .contains(Duration.ofSeconds(2));
        assertThat(limited("soon").requestedWait()).contains(Duration.ofSeconds(2));
    }

    private static Fault limited(String moment) {
        var answer =
                error(429, 429, "API rate limit exceeded.")
                        .with("X-Ratelimit-Limit", "6000")
                        .with("X-Ratelimit-RetryAfter", moment);
        var fault = fault(Samples.FINDINGS, answer);
        assertThat(fault.kind()).isEqualTo(FaultKind.RATE_LIMITED);
        return fault;
    }
}
