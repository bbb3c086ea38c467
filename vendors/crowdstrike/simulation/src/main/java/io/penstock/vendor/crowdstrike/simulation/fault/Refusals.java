package io.penstock.vendor.crowdstrike.simulation.fault;

import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.option.Plan;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Envelope;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Envelope.Resources;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Gateway;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Reply;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers that take the place of a good one; texts as the vendor's where they are known. */
final class Refusals {

    /** A limit that was seen with a refusal by address. */
    private static final String LIMIT_OF_REFUSED_ADDRESS = "25";

    private Refusals() {}

    static SimulatedAnswer serverError(Call call, Plan plan) {
        String text =
                "Internal Server Error: Please provide trace-id='" + call.trace() + "' to support";
        return replaced(call, call.service().error(500, text, Resources.EMPTY));
    }

    static SimulatedAnswer unavailable(Call call, Plan plan) {
        return replaced(call, call.service().error(503, "Service Unavailable", Resources.EMPTY));
    }

    /** A status that says server and an inner code that says client. */
    static SimulatedAnswer innerCode(Call call, Plan plan) {
        if (!call.token()) {
            Envelope service = new Envelope("msa-api", call.trace());
            return replaced(call, service.coded(500, 400, "invalid request", Resources.ABSENT));
        }
        String id = call.request().formField("client_id").orElse("");
        String text = "Failed to generate access token for clientID=" + id + ".";
        return replaced(call, call.service().coded(500, 400, text, Resources.ABSENT));
    }

    static SimulatedAnswer forbidden(Call call, Plan plan) {
        String form = plan.word("form");
        String text =
                form.equals("scope")
                        ? "access denied, scope not permitted"
                        : "access denied, authorization failed";
        SimulatedAnswer answer = replaced(call, Gateway.refusal(403, text, call.trace()));
        if (form.equals("address")) {
            answer.headers().put("X-Ratelimit-Limit", LIMIT_OF_REFUSED_ADDRESS);
            answer.headers().put("X-Ratelimit-Remaining", "24");
        }
        return answer;
    }

    static SimulatedAnswer gatewayTimeout(Call call, Plan plan) {
        return html(call, 504, "504 Gateway Time-out");
    }

    static SimulatedAnswer htmlPage(Call call, Plan plan) {
        return html(call, plan.number("status"), "The page you requested cannot be displayed");
    }

    private static SimulatedAnswer html(Call call, int status, String title) {
        String page =
                """
                <html>
                <head><title>%s</title></head>
                <body>
                <center><h1>%s</h1></center>
                </body>
                </html>
                """
                        .formatted(title, title);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/html");
        headers.put("X-Cs-Traceid", call.trace());
        return new SimulatedAnswer(status, headers, page.getBytes(StandardCharsets.US_ASCII));
    }

    /** A reply with the headers of the answer it takes the place of. */
    static SimulatedAnswer replaced(Call call, Reply reply) {
        Map<String, String> headers = new LinkedHashMap<>(call.good().headers());
        headers.put("Content-Type", "application/json");
        headers.remove("Content-Encoding");
        return new SimulatedAnswer(reply.status(), headers, reply.body());
    }
}
