package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.SimulatedRequest;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Envelope.Resources;
import io.penstock.vendor.crowdstrike.simulation.gate.Allowance;
import io.penstock.vendor.crowdstrike.simulation.tenant.Ids;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the gateway puts around every answer, and what it answers itself.
 *
 * @param seed of the tenant
 */
public record Gateway(long seed) {

    public static final String REGION = "us-1";

    private static final int TRACE = 200;

    /** The same request has the same trace id, so that whole bodies can be compared. */
    public String trace(SimulatedRequest request) {
        long subject = 31L * request.path().hashCode() + request.query().toString().hashCode();
        return Ids.dashed(seed, TRACE, subject);
    }

    /** A call that is refused before any service sees it. */
    public static Reply refusal(int status, String message, String trace) {
        return new Envelope(Envelope.GATEWAY, trace).error(status, message, Resources.ABSENT);
    }

    /** An answer of a call that counts as one without a valid token. */
    public static SimulatedAnswer unknownCaller(Allowance allowance, String trace) {
        Reply reply =
                allowance.allowed()
                        ? refusal(401, "access denied, invalid bearer token", trace)
                        : tooMany(trace);
        SimulatedAnswer answer = answer(reply, allowance, trace);
        answer.headers().remove("X-Cs-Region");
        answer.headers().put("X-Content-Type-Options", "nosniff");
        return answer;
    }

    /** The refusal of a call too many. */
    public static Reply tooMany(String trace) {
        return refusal(429, "API rate limit exceeded.", trace);
    }

    /** A reply with the headers every answer has; they can be changed. */
    public static SimulatedAnswer answer(Reply reply, Allowance allowance, String trace) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        if (reply.gzip()) {
            headers.put("Content-Encoding", "gzip");
        }
        headers.put("X-Cs-Region", REGION);
        headers.put("X-Cs-Traceid", trace);
        headers.put("X-Ratelimit-Limit", Integer.toString(allowance.limit()));
        headers.put("X-Ratelimit-Remaining", Integer.toString(allowance.remaining()));
        if (!allowance.allowed()) {
            headers.put("X-Ratelimit-RetryAfter", Long.toString(allowance.retryAfter()));
        }
        headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        return new SimulatedAnswer(reply.status(), headers, reply.body());
    }
}
