package io.penstock.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.source.HttpAnswer;
import io.penstock.source.HttpCall;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.Map;

class VendorCallsTest {

    private static final HttpCall CALL =
            HttpCall.get(URI.create("https://vendor.example.com"), Map.of());

    private final VendorCalls calls = new VendorCalls();

    private void answered(int status) {
        var answer = new HttpAnswer(status, Map.of(), new byte[0]);
        assertThat(calls.counted(_ -> answer).send(CALL)).isSameAs(answer);
    }

    @Test
    void countsByTheClassOfTheStatus() {
        for (var status : new int[] {200, 201, 302, 404, 429, 503, 999, 7}) {
            answered(status);
        }
        assertThat(calls.byClass())
                .isEqualTo(Map.of("1xx", 1L, "2xx", 2L, "3xx", 1L, "4xx", 2L, "5xx", 2L));
    }

    @Test
    void countsACallWithoutAnAnswerAndPassesItsFaultOn() {
        var fault = new FaultException(FaultKind.UNAVAILABLE, "HOST_UNREACHABLE", "No answer.", "");
        var port =
                calls.counted(_ -> {
                    throw fault;
                });
        assertThatThrownBy(() -> port.send(CALL)).isSameAs(fault);
        assertThat(calls.byClass()).isEqualTo(Map.of(VendorCalls.NO_ANSWER, 1L));
    }
}
