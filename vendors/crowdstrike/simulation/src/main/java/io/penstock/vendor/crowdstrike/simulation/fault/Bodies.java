package io.penstock.vendor.crowdstrike.simulation.fault;

import io.penstock.simulator.Delivery;
import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.option.Plan;
import io.penstock.vendor.crowdstrike.simulation.text.PageText;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What can be wrong with an answer whose status says that all is well. */
final class Bodies {

    private static final String ERRORS =
            """
            [
              {
               "code": 500,
               "message": "partial result: internal error"
              }
             ]\
            """;

    private Bodies() {}

    /** A body that ends too early, although its length and its connection are in order. */
    static SimulatedAnswer truncated(Call call, Plan plan) {
        byte[] body = call.good().body();
        if (plan.word("form").equals("bytes") || !call.gzip()) {
            // One byte less breaks the JSON, and the check sum of gzip too.
            int kept = Math.clamp(plan.part("keep", body.length), 0, Math.max(0, body.length - 1));
            return with(call, Arrays.copyOf(body, kept));
        }
        return edited(
                call,
                page -> {
                    int length = page.text().length();
                    int kept = Math.clamp(plan.part("keep", length), 0, Math.max(0, length - 1));
                    return new PageText(page.text().substring(0, kept), true);
                });
    }

    /** A status of 200 with an error inside. */
    static SimulatedAnswer errorsIn200(Call call, Plan plan) {
        double share =
                switch (plan.word("form")) {
                    case "partial" -> 0.5;
                    case "none" -> 0;
                    default -> 1;
                };
        return edited(call, page -> page.first(share).with("errors", ERRORS));
    }

    /** The member of an answer without errors; without the member it is as it was. */
    static SimulatedAnswer errorsForm(Call call, Plan plan) {
        return switch (plan.word("form")) {
            case "null" -> edited(call, page -> page.withUnlessThere("errors", "null"));
            case "empty" -> edited(call, page -> page.withUnlessThere("errors", "[]"));
            default -> call.good();
        };
    }

    static SimulatedAnswer cutConnection(Call call, Plan plan) {
        int kept = plan.part("keep", call.good().body().length);
        return delivered(call, new Delivery.Cut(kept));
    }

    static SimulatedAnswer slow(Call call, Plan plan) {
        int piece = Math.ceilDiv(Math.max(1, call.good().body().length), plan.number("pieces"));
        return delivered(call, new Delivery.Drip(piece, Duration.ofMillis(plan.number("pause"))));
    }

    static SimulatedAnswer stalled(Call call, Plan plan) {
        int kept = plan.part("keep", call.good().body().length);
        return delivered(
                call, new Delivery.Stall(kept, Duration.ofSeconds(plan.number("seconds"))));
    }

    /** A count of calls left that is higher than it can be. */
    static SimulatedAnswer remainingJumps(Call call, Plan plan) {
        Map<String, String> headers = new LinkedHashMap<>(call.good().headers());
        headers.put("X-Ratelimit-Remaining", headers.getOrDefault("X-Ratelimit-Limit", "0"));
        return new SimulatedAnswer(
                call.good().status(), headers, call.good().body(), call.good().delivery());
    }

    private static SimulatedAnswer edited(Call call, UnaryOperator<PageText> edit) {
        Optional<PageText> page = PageText.of(call.good().body(), call.gzip());
        return page.filter(PageText::whole)
                .map(whole -> with(call, edit.apply(whole).body()))
                .orElse(call.good());
    }

    private static SimulatedAnswer with(Call call, byte[] body) {
        SimulatedAnswer good = call.good();
        return new SimulatedAnswer(good.status(), good.headers(), body, good.delivery());
    }

    private static SimulatedAnswer delivered(Call call, Delivery delivery) {
        SimulatedAnswer good = call.good();
        return new SimulatedAnswer(good.status(), good.headers(), good.body(), delivery);
    }
}
