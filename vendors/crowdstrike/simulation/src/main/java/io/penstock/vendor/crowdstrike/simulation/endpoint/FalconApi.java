package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.ControlAnswer;
import io.penstock.simulator.ControlRequest;
import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.SimulatedApi;
import io.penstock.simulator.SimulatedRequest;
import io.penstock.simulator.option.Setting;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Envelope.Resources;
import io.penstock.vendor.crowdstrike.simulation.gate.Allowance;
import io.penstock.vendor.crowdstrike.simulation.gate.RateLimits;
import io.penstock.vendor.crowdstrike.simulation.gate.Tokens;
import io.penstock.vendor.crowdstrike.simulation.tenant.Ids;
import io.penstock.vendor.crowdstrike.simulation.tenant.Timeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The whole API: the gateway's checks in the order the vendor makes them, then the endpoint. */
public final class FalconApi implements SimulatedApi {

    private static final int TRACE = 200;
    private static final String REGION = "us-1";

    private final Timeline timeline;
    private final Setting<Set<String>> scopes;
    private final Tokens tokens;
    private final RateLimits limits;
    private final TokenEndpoint tokenEndpoint;
    private final Map<String, Endpoint> endpoints;

    FalconApi(
            Timeline timeline,
            Setting<Set<String>> scopes,
            Tokens tokens,
            RateLimits limits,
            TokenEndpoint tokenEndpoint,
            Map<String, Endpoint> endpoints) {
        this.timeline = timeline;
        this.scopes = scopes;
        this.tokens = tokens;
        this.limits = limits;
        this.tokenEndpoint = tokenEndpoint;
        this.endpoints = Map.copyOf(endpoints);
    }

    @Override
    public SimulatedAnswer answer(SimulatedRequest request) {
        String trace = trace(request);
        if (request.path().equals(TokenEndpoint.PATH)) {
            return token(request, trace);
        }
        String authorization = request.header("authorization").orElse("");
        boolean known =
                authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                        && tokens.valid(authorization.substring(7).strip());
        if (!known) {
            return unknownCaller(request, trace);
        }
        Allowance allowance = limits.withToken();
        return finished(
                allowance.allowed() ? data(request, trace) : tooMany(trace),
                allowance,
                trace,
                true);
    }

    private SimulatedAnswer token(SimulatedRequest request, String trace) {
        Allowance allowance = limits.tokenRequest(request.remote());
        Reply reply = allowance.allowed() ? tokenEndpoint.answer(request, trace) : tooMany(trace);
        SimulatedAnswer answer = finished(reply, allowance, trace, true);
        answer.headers().put("Connection", "close");
        return answer;
    }

    private SimulatedAnswer unknownCaller(SimulatedRequest request, String trace) {
        Allowance allowance = limits.withoutToken(request.remote());
        Reply reply =
                allowance.allowed()
                        ? gateway(trace)
                                .error(401, "access denied, invalid bearer token", Resources.ABSENT)
                        : tooMany(trace);
        SimulatedAnswer answer = finished(reply, allowance, trace, false);
        answer.headers().put("X-Content-Type-Options", "nosniff");
        return answer;
    }

    private Reply data(SimulatedRequest request, String trace) {
        Endpoint endpoint = endpoints.get(request.path());
        if (endpoint == null) {
            return gateway(trace).error(404, "404: Page Not Found", Resources.ABSENT);
        }
        if (!request.method().equals("GET")) {
            return gateway(trace).error(405, "method not allowed", Resources.ABSENT);
        }
        if (!scopes.value().contains(endpoint.scope())) {
            return gateway(trace)
                    .error(403, "access denied, authorization failed", Resources.ABSENT);
        }
        return endpoint.answer(request, trace);
    }

    private static Reply tooMany(String trace) {
        return gateway(trace).error(429, "API rate limit exceeded.", Resources.ABSENT);
    }

    private static Envelope gateway(String trace) {
        return new Envelope(Envelope.GATEWAY, trace);
    }

    private static SimulatedAnswer finished(
            Reply reply, Allowance allowance, String trace, boolean region) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        if (reply.gzip()) {
            headers.put("Content-Encoding", "gzip");
        }
        if (region) {
            headers.put("X-Cs-Region", REGION);
        }
        headers.put("X-Cs-Traceid", trace);
        headers.put("X-Ratelimit-Limit", Integer.toString(allowance.limit()));
        headers.put("X-Ratelimit-Remaining", Integer.toString(allowance.remaining()));
        if (!allowance.allowed()) {
            headers.put("X-Ratelimit-RetryAfter", Long.toString(allowance.retryAfter()));
        }
        headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        return new SimulatedAnswer(reply.status(), headers, reply.body());
    }

    /** The same request has the same trace id, so that whole bodies can be compared. */
    private String trace(SimulatedRequest request) {
        long subject = 31L * request.path().hashCode() + request.query().toString().hashCode();
        return Ids.dashed(timeline.now().seed(), TRACE, subject);
    }

    @Override
    public String oracle() {
        return Oracle.of(timeline.now());
    }

    @Override
    public Optional<ControlAnswer> control(ControlRequest request) {
        return new TenantControl(timeline).answer(request);
    }
}
