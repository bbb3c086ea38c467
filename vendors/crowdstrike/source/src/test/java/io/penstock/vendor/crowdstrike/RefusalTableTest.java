package io.penstock.vendor.crowdstrike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.run.Position;
import io.penstock.vendor.crowdstrike.FalconServer.Answer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Every refusal of the vendor that is known, and the cause and cure a person is told. */
class RefusalTableTest {

    private static final String GATEWAY = "crowdstrike-api-gateway";

    private static Answer refusal(int status, int code, String service, String message) {
        return Answer.json(
                status,
                """
                {"meta":{"query_time":1.97e-07,"powered_by":"%s","trace_id":"t-1"},
                 "errors":[{"code":%d,"message":"%s"}]}\
                """
                        .formatted(service, code, message));
    }

    private static Fault fault(boolean atToken, Answer answer, boolean hosts) {
        try (var server =
                new FalconServer(call -> {
                    var token = call.path().equals(TokenKeeper.PATH);
                    return token == atToken ? answer : FalconServer.token("t");
                })) {
            var session = server.session(ReadPlan.standard());
            var slice = hosts ? Samples.HOSTS : Samples.FINDINGS;
            return catchThrowableOfType(
                            FaultException.class,
                            () -> session.read(slice, Samples.FULL, Position.START))
                    .fault();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    400 | 400 | csam | Failed to generate access token for clientID=not-valid. | VENDOR_CLIENT_UNKNOWN | Client ID | base URL
                    500 | 400 | csam | Failed to generate access token for clientID=not-valid. | VENDOR_CLIENT_UNKNOWN | Client ID | cloud
                    403 | 403 | csam | Failed to issue access token - Not Authorized | VENDOR_SECRET_REFUSED | client secret | Enter the secret again
                    403 | 403 | csam | Failed to issue access token - Client authentication failed | VENDOR_SECRET_REFUSED | client secret | API Clients and Keys
                    403 | 403 | crowdstrike-api-gateway | access denied, authorization failed | VENDOR_ADDRESS_REFUSED | IP address | allow list
                    429 | 429 | csam | API rate limit exceeded. | VENDOR_RATE_LIMITED | calls a minute | token call
                    503 | 503 | csam | unavailable | VENDOR_FAILED | failed | token call
                    """)
    void aTokenRefusalNamesCauseAndCure(
            int status, int code, String service, String text, String fault, String a, String b) {
        var found = fault(true, refusal(status, code, service, text), false);
        assertThat(found.code()).isEqualTo(fault);
        assertThat(found.sentence()).contains(a).contains(b).doesNotContain("clientID=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    403 | 403 | access denied, authorization failed | VENDOR_SCOPE_MISSING | 'Vulnerabilities: Read' | allow list
                    403 | 403 | access denied, scope not permitted | VENDOR_SCOPE_MISSING | 'Vulnerabilities: Read' | Falcon console
                    200 | 403 | access denied, scope not permitted | VENDOR_SCOPE_MISSING | 'Vulnerabilities: Read' | Falcon console
                    401 | 401 | access denied, invalid bearer token | VENDOR_TOKEN_REFUSED | new token | API client is still active
                    400 | 400 | 5000 is an invalid page size, must be between 1 and 400 | VENDOR_QUERY_REFUSED | page size | between 1 and 400
                    400 | 400 | filter is required | VENDOR_QUERY_REFUSED | filter | filter is required
                    400 | 400 | invalid input data | VENDOR_QUERY_REFUSED | filter | invalid input data
                    500 | 400 | Failed to parse filter expression. ['os' is an unknown property] | VENDOR_QUERY_REFUSED | filter | 'os' is an unknown property
                    404 | 404 | Search context expired, 'after' key no longer valid | VENDOR_ENDPOINT_MISSING | does not offer | base URL
                    500 | 500 | Internal Server Error: Please provide trace-id='x' to support | VENDOR_FAILED | trace-id='x' | trace t-1
                    429 | 429 | API rate limit exceeded. | VENDOR_RATE_LIMITED | calls a minute | /spotlight/
                    503 | 503 | unavailable | VENDOR_FAILED | 503 | /spotlight/
                    """)
    void aRefusedCallNamesCauseAndCure(
            int status, int code, String text, String fault, String a, String b) {
        var found = fault(false, refusal(status, code, GATEWAY, text), false);
        assertThat(found.code()).isEqualTo(fault);
        assertThat(found.sentence()).contains(a).contains(b);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    403 | access denied, authorization failed | VENDOR_SCOPE_MISSING | 'Assets: Read'
                    400 | offset 10000 and limit 100 are invalid; offset + limit must be less than or equal to 10000 | VENDOR_QUERY_REFUSED | offset + limit
                    """)
    void aRefusedHostCallDoesSoToo(int status, String text, String fault, String part) {
        var found = fault(false, refusal(status, status, "discover-api", text), true);
        assertThat(found.code()).isEqualTo(fault);
        assertThat(found.sentence()).contains(part);
    }

    @ParameterizedTest
    @CsvSource({
        "403, VENDOR_CALL_BLOCKED, proxy",
        "502, VENDOR_FAILED, text/html",
        "200, VENDOR_ANSWER_UNREADABLE, text/html"
    })
    void aPageOfAProxyOrOfTheGovernmentCloudIsNamedAsSuch(int status, String code, String part) {
        var html =
                new Answer(
                        status,
                        Map.of("Content-Type", "text/html"),
                        "<html>no</html>".getBytes(StandardCharsets.UTF_8));
        var found = fault(false, html, false);
        assertThat(found.code()).isEqualTo(code);
        assertThat(found.sentence()).contains(part);
    }
}
