package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.ControlAnswer;
import io.penstock.simulator.ControlRequest;
import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.SimulatedApi;
import io.penstock.simulator.SimulatedRequest;
import io.penstock.simulator.option.Setting;
import io.penstock.vendor.crowdstrike.simulation.gate.Allowance;
import io.penstock.vendor.crowdstrike.simulation.gate.RateLimits;
import io.penstock.vendor.crowdstrike.simulation.gate.Tokens;
import io.penstock.vendor.crowdstrike.simulation.tenant.Timeline;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The whole API: the gateway's checks in the order the vendor makes them, then the endpoint. */
public final class FalconApi implements SimulatedApi {

    private final Timeline timeline;
    private final Gateway gateway;
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
        this.gateway = new Gateway(timeline.now().seed());
        this.scopes = scopes;
        this.tokens = tokens;
        this.limits = limits;
        this.tokenEndpoint = tokenEndpoint;
        this.endpoints = Map.copyOf(endpoints);
    }

    @Override
    public SimulatedAnswer answer(SimulatedRequest request) {
        String trace = gateway.trace(request);
        if (request.path().equals(TokenEndpoint.PATH)) {
            return token(request, trace);
        }
        String authorization = request.header("authorization").orElse("");
        boolean known =
                authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                        && tokens.valid(authorization.substring(7).strip());
        if (!known) {
            return Gateway.unknownCaller(limits.withoutToken(request.remote()), trace);
        }
        Allowance allowance = limits.withToken();
        Reply reply = allowance.allowed() ? data(request, trace) : Gateway.tooMany(trace);
        return Gateway.answer(reply, allowance, trace);
    }

    private SimulatedAnswer token(SimulatedRequest request, String trace) {
        Allowance allowance = limits.tokenRequest(request.remote());
        Reply reply =
                allowance.allowed() ? tokenEndpoint.answer(request, trace) : Gateway.tooMany(trace);
        SimulatedAnswer answer = Gateway.answer(reply, allowance, trace);
        answer.headers().put("Connection", "close");
        return answer;
    }

    private Reply data(SimulatedRequest request, String trace) {
        Endpoint endpoint = endpoints.get(request.path());
        if (endpoint == null) {
            return Gateway.refusal(404, "404: Page Not Found", trace);
        }
        if (!request.method().equals("GET")) {
            return Gateway.refusal(405, "method not allowed", trace);
        }
        if (!scopes.value().contains(endpoint.scope())) {
            return Gateway.refusal(403, "access denied, authorization failed", trace);
        }
        return endpoint.answer(request, trace);
    }

    @Override
    public String oracle() {
        return Oracle.of(timeline.now());
    }

    @Override
    public Optional<ControlAnswer> control(ControlRequest request) {
        return new TenantControl(timeline).answer(request);
    }

    @Override
    public Stream<String> expected() {
        return HeldRecords.of(timeline.now());
    }

    @Override
    public Stream<String> records(SimulatedRequest request, SimulatedAnswer answer) {
        return HeldRecords.in(request, answer);
    }
}
