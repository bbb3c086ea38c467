package io.penstock.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Objects;

class ProblemAdviceTest {

    private final ProblemAdvice advice = new ProblemAdvice();

    @ParameterizedTest
    @CsvSource({
        "CONFIGURATION, 400",
        "MALFORMED, 400",
        "AUTHENTICATION, 401",
        "PERMISSION, 403",
        "NOT_FOUND, 404",
        "CONFLICT, 409",
        "RATE_LIMITED, 429",
        "UNAVAILABLE, 503",
        "INTERNAL, 500"
    })
    void everyKindHasItsStatus(FaultKind kind, int status) {
        var answer = advice.fault(new FaultException(kind, "CODE", "It failed.", "Mend it."));

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(Objects.requireNonNull(answer.getBody()).code()).isEqualTo("CODE");
    }

    @Test
    void tooOftenSaysWhenToComeBack() {
        var fault = Fault.of(FaultKind.RATE_LIMITED, "FULL", "It is full.");

        assertThat(advice.fault(new FaultException(fault)).getHeaders().getFirst("Retry-After"))
                .isEqualTo("5");
        assertThat(
                        advice.fault(new FaultException(fault.after(Duration.ofSeconds(42))))
                                .getHeaders()
                                .getFirst("Retry-After"))
                .isEqualTo("42");
    }

    @Test
    void whatNobodyExpectedShowsAnIncidentAndNoCause() {
        var answer = advice.other(new IllegalStateException("secret inside"));
        var problem = Objects.requireNonNull(Objects.requireNonNull(answer).getBody());

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.detail()).matches("The request failed .* incident [0-9a-f-]{36}\\.");
        assertThat(problem.toString()).doesNotContain("secret");
    }
}
