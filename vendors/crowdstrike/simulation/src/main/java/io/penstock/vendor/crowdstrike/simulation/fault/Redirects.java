package io.penstock.vendor.crowdstrike.simulation.fault;

import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.SimulatedRequest;
import io.penstock.simulator.option.Setting;
import io.penstock.simulator.option.Trigger;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Gateway;
import io.penstock.vendor.crowdstrike.simulation.gate.Allowance;
import io.penstock.vendor.crowdstrike.simulation.gate.RateLimits;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends clients to another region. A region is an authority: the same simulator answers under both,
 * as the first region by any name and as the second by the name it redirects to. Data calls in the
 * wrong region count as calls without a token.
 *
 * @param to the region's base address, or {@value #LOCALHOST} for that name and the caller's port
 */
record Redirects(Trigger trigger, Setting<String> to, RateLimits limits, Gateway gateway) {

    static final String LOCALHOST = "localhost";
    static final String REGION = "us-2";

    /** The redirect of a call; nothing when it is to be answered here. */
    Optional<SimulatedAnswer> instead(SimulatedRequest request) {
        if (home(request)) {
            return Optional.empty();
        }
        return trigger.next(Call.name(request.path()))
                .map(_ -> {
                    trigger.struck();
                    return redirect(request);
                });
    }

    /** True while there are two regions. */
    boolean on() {
        return trigger.on();
    }

    /** True when the call came to the authority that redirects lead to. */
    boolean home(SimulatedRequest request) {
        return request.header("host").orElse("").equals(URI.create(base(request)).getAuthority());
    }

    private SimulatedAnswer redirect(SimulatedRequest request) {
        boolean token = Call.name(request.path()).equals(Call.TOKEN);
        Allowance allowance =
                token
                        ? limits.tokenRequest(request.remote())
                        : limits.withoutToken(request.remote());
        String trace = gateway.trace(request);
        if (!allowance.allowed()) {
            return Gateway.answer(Gateway.tooMany(trace), allowance, trace);
        }
        SimulatedAnswer answer =
                new SimulatedAnswer(
                        308,
                        Gateway.answer(Gateway.tooMany(trace), allowance, trace).headers(),
                        new byte[0]);
        answer.headers().remove("Content-Type");
        answer.headers().put("X-Cs-Region", REGION);
        answer.headers().put("Location", base(request) + request.path() + query(request));
        return answer;
    }

    private String base(SimulatedRequest request) {
        if (!to.value().equals(LOCALHOST)) {
            return to.value();
        }
        String host = request.header("host").orElse("");
        int colon = host.lastIndexOf(':');
        return "http://" + LOCALHOST + (colon > host.lastIndexOf(']') ? host.substring(colon) : "");
    }

    private static String query(SimulatedRequest request) {
        StringBuilder query = new StringBuilder();
        for (Map.Entry<String, List<String>> each : request.query().entrySet()) {
            for (String value : each.getValue()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(encoded(each.getKey()))
                        .append('=')
                        .append(encoded(value));
            }
        }
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Reads where redirects lead to. */
    static String target(String text) {
        if (!text.equals(LOCALHOST) && !text.matches("https?://[A-Za-z0-9.\\-\\[\\]:]{1,255}")) {
            throw new IllegalArgumentException(
                    "allowed are "
                            + LOCALHOST
                            + " (that name, the caller's port) and a base address without a path");
        }
        if (!text.equals(LOCALHOST)) {
            URI.create(text);
        }
        return text;
    }
}
