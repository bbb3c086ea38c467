package io.penstock.vendor.crowdstrike.simulation.fault;

import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.SimulatedRequest;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Envelope;

import java.util.List;

/**
 * One call and the good answer it would have got.
 *
 * @param name such as {@code spotlight-combined-vulnerabilities} or {@code token}
 */
record Call(SimulatedRequest request, String name, SimulatedAnswer good) {

    static final String TOKEN = "token";

    /** The name of a path: without its version, with hyphens. */
    static String name(String path) {
        return path.equals("/oauth2/token")
                ? TOKEN
                : path.replaceFirst("^/", "").replaceFirst("/v[0-9]+$", "").replace('/', '-');
    }

    static List<String> names(List<String> paths) {
        return paths.stream().map(Call::name).toList();
    }

    boolean token() {
        return name.equals(TOKEN);
    }

    boolean gzip() {
        return good.headers().containsKey("Content-Encoding");
    }

    String trace() {
        return good.headers().getOrDefault("X-Cs-Traceid", "");
    }

    /** The frame in which the service of this call speaks. */
    Envelope service() {
        if (token()) {
            return new Envelope(Envelope.TOKENS, trace());
        }
        boolean spotlight = name.startsWith("spotlight");
        return new Envelope(spotlight ? Envelope.SPOTLIGHT : Envelope.DISCOVER, trace());
    }
}
