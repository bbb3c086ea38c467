package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.source.HttpAnswer;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the vendor's refusals into faults: kind, code and one sentence with the cure. The HTTP
 * status and the inner code are both judged, because a 500 may carry an inner 400 and a 200 an
 * inner 403. A token call's own words are never repeated: they quote what was sent.
 */
final class Refusals {

    private static final Set<Integer> TRANSIENT = Set.of(408, 413, 425);
    private static final String GATEWAY = "crowdstrike-api-gateway";

    private Refusals() {}

    /** A refused token call. */
    static FaultException ofToken(HttpAnswer answer, FalconAddress home, @Nullable Duration wait) {
        var envelope = ErrorEnvelope.of(answer);
        var code = code(answer.status(), envelope);
        var call = "the token call at " + home;
        if (code == 403 && envelope.poweredBy().equals(GATEWAY)) {
            return address(home);
        }
        return switch (code) {
            case 400, 401 -> client(home);
            case 403 -> secret(answer, home);
            default -> general(answer, envelope, code, call, wait);
        };
    }

    /** A refused resource call. */
    static FaultException ofResource(
            HttpAnswer answer, Endpoint endpoint, FalconAddress home, @Nullable Duration wait) {
        var envelope = ErrorEnvelope.of(answer);
        var code = code(answer.status(), envelope);
        return resource(answer, endpoint, home, envelope, code, wait);
    }

    /** An answer with status 200 that carries errors. */
    static FaultException ofErrors(
            HttpAnswer answer, VendorError error, Endpoint endpoint, FalconAddress home) {
        var envelope = new ErrorEnvelope(Optional.of(error), "", "");
        return resource(answer, endpoint, home, envelope, error.code(), null);
    }

    private static FaultException resource(
            HttpAnswer answer,
            Endpoint endpoint,
            FalconAddress home,
            ErrorEnvelope envelope,
            int code,
            @Nullable Duration wait) {
        var call = "GET " + endpoint.path() + " at " + home;
        return switch (code) {
            case 400 -> query(call, answer, envelope);
            case 401 -> bearer(call, answer);
            case 403 -> scope(call, endpoint, answer, envelope);
            case 404 -> missing(call, answer, envelope);
            default -> general(answer, envelope, code, call, wait);
        };
    }

    /** What an answer that is no success means: its status, unless an inner code tells more. */
    static int code(HttpAnswer answer) {
        return code(answer.status(), ErrorEnvelope.of(answer));
    }

    private static int code(int status, ErrorEnvelope envelope) {
        var inner = envelope.error().map(VendorError::code).orElse(0);
        var innerTellsMore = inner >= 400 && inner < 500 && (status < 400 || status >= 500);
        return innerTellsMore ? inner : status;
    }

    private static FaultException client(FalconAddress home) {
        return fault(
                FaultKind.AUTHENTICATION,
                "VENDOR_CLIENT_UNKNOWN",
                "CrowdStrike at " + home + " does not know the API client of this connection.",
                "Check the Client ID, and that the base URL is the cloud the client was made in.");
    }

    private static FaultException secret(HttpAnswer answer, FalconAddress home) {
        if (!FalconJson.looksLikeJson(answer) && answer.body().length > 0) {
            return blocked("the token call at " + home, answer);
        }
        return fault(
                FaultKind.AUTHENTICATION,
                "VENDOR_SECRET_REFUSED",
                "CrowdStrike at " + home + " refused the client secret of this connection.",
                "Enter the secret again, or reset it under Support > API Clients and Keys.");
    }

    private static FaultException address(FalconAddress home) {
        return fault(
                FaultKind.PERMISSION,
                "VENDOR_ADDRESS_REFUSED",
                "CrowdStrike at "
                        + home
                        + " refused this engine's IP address before it looked at"
                        + " the API client.",
                "Add the engine's public address to the IP allow list in the Falcon console.");
    }

    private static FaultException bearer(String call, HttpAnswer answer) {
        return fault(
                FaultKind.AUTHENTICATION,
                "VENDOR_TOKEN_REFUSED",
                "CrowdStrike refused a new token on " + call + " (" + answer.status() + ").",
                "Check that the API client is still active and belongs to this cloud.");
    }

    private static FaultException scope(
            String call, Endpoint endpoint, HttpAnswer answer, ErrorEnvelope envelope) {
        if (envelope.error().isEmpty() && !FalconJson.looksLikeJson(answer)) {
            return blocked(call, answer);
        }
        return fault(
                FaultKind.PERMISSION,
                "VENDOR_SCOPE_MISSING",
                "CrowdStrike refused " + call + detail(envelope) + ".",
                "Give the API client the scope '"
                        + endpoint.scope().label()
                        + "' in the Falcon console;"
                        + " if it has it, add the engine's address to the IP allow list.");
    }

    private static FaultException blocked(String call, HttpAnswer answer) {
        return fault(
                FaultKind.PERMISSION,
                "VENDOR_CALL_BLOCKED",
                "Something between engine and vendor refused "
                        + call
                        + " ("
                        + answer.status()
                        + ", "
                        + type(answer)
                        + " instead of JSON).",
                "Let the proxy or firewall pass calls to CrowdStrike.");
    }

    private static FaultException query(String call, HttpAnswer answer, ErrorEnvelope envelope) {
        return fault(
                FaultKind.INTERNAL,
                "VENDOR_QUERY_REFUSED",
                "CrowdStrike did not understand the filter or page size of "
                        + call
                        + " ("
                        + answer.status()
                        + ")"
                        + detail(envelope)
                        + ".",
                "Please report this sentence; the vendor may have changed its API.");
    }

    private static FaultException missing(String call, HttpAnswer answer, ErrorEnvelope envelope) {
        return fault(
                FaultKind.NOT_FOUND,
                "VENDOR_ENDPOINT_MISSING",
                "CrowdStrike does not offer "
                        + call
                        + " ("
                        + answer.status()
                        + ")"
                        + detail(envelope)
                        + ".",
                "Check the base URL; government clouds do not offer every call.");
    }

    private static FaultException general(
            HttpAnswer answer,
            ErrorEnvelope envelope,
            int code,
            String call,
            @Nullable Duration wait) {
        var observed = " (" + answer.status() + ", " + type(answer) + ")" + detail(envelope);
        if (code == 429) {
            return after(
                    wait,
                    FaultKind.RATE_LIMITED,
                    "VENDOR_RATE_LIMITED",
                    "CrowdStrike's limit of "
                            + answer.header("x-ratelimit-limit").orElse("unknown")
                            + " calls a minute is used up at "
                            + call
                            + ".");
        }
        if (code >= 500 || TRANSIENT.contains(code)) {
            return after(
                    wait,
                    FaultKind.UNAVAILABLE,
                    "VENDOR_FAILED",
                    "CrowdStrike failed on " + call + observed + ".");
        }
        return fault(
                FaultKind.MALFORMED,
                "VENDOR_ANSWER_UNEXPECTED",
                "CrowdStrike answered " + call + " unexpectedly" + observed + ".",
                "");
    }

    private static FaultException after(
            @Nullable Duration wait, FaultKind kind, String code, String text) {
        var fault = Fault.of(kind, code, text);
        return new FaultException(wait == null ? fault : fault.after(wait));
    }

    private static String detail(ErrorEnvelope envelope) {
        var words = envelope.error().map(e -> ": " + e.code() + " " + e.message()).orElse("");
        return envelope.trace().isEmpty() ? words : words + " [trace " + envelope.trace() + "]";
    }

    private static String type(HttpAnswer answer) {
        return answer.header("content-type").orElse("no content type");
    }

    private static FaultException fault(FaultKind kind, String code, String text, String hint) {
        return new FaultException(kind, code, text, hint);
    }
}
