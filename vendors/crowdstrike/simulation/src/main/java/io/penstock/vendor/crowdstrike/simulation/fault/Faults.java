package io.penstock.vendor.crowdstrike.simulation.fault;

import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.SimulatedRequest;
import io.penstock.simulator.option.Trigger;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Gateway;
import io.penstock.vendor.crowdstrike.simulation.gate.RateLimits;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stands in front of the API. A redirect comes first; then the API is asked, and an answer that is
 * good may be replaced by the first fault that strikes, or else be changed by all that do. So every
 * call still counts against its limits, and a bad request still gets its own refusal.
 */
public final class Faults implements Function<SimulatedRequest, SimulatedAnswer> {

    private final Function<SimulatedRequest, SimulatedAnswer> api;
    private final Redirects redirects;
    private final List<Replacement> replacements;
    private final List<Struck> changes;

    private record Struck(Trigger trigger, Change change) implements Replacement {

        @Override
        public Optional<SimulatedAnswer> instead(Call call) {
            return trigger.next(call.name())
                    .map(plan -> {
                        trigger.struck();
                        return change.of(call, plan);
                    });
        }
    }

    private Faults(
            Function<SimulatedRequest, SimulatedAnswer> api,
            Redirects redirects,
            List<Replacement> replacements,
            List<Struck> changes) {
        this.api = api;
        this.redirects = redirects;
        this.replacements = List.copyOf(replacements);
        this.changes = List.copyOf(changes);
    }

    /** What faults need to know of the gateway they stand in front of. */
    public record Site(long seed, RateLimits limits, InstantSource clock) {}

    /** Puts the faults in front of an API. */
    public static Faults before(
            Function<SimulatedRequest, SimulatedAnswer> api, FaultSwitches switches, Site site) {
        Function<String, Trigger> trigger = name -> switches.trigger(name, site.seed());
        Redirects redirects =
                new Redirects(
                        trigger.apply("redirect"),
                        switches.redirectTo(),
                        site.limits(),
                        new Gateway(site.seed()));
        return new Faults(api, redirects, replacements(trigger, site), changes(trigger));
    }

    private static List<Replacement> replacements(Function<String, Trigger> trigger, Site site) {
        RateLimits limits = site.limits();
        Change unauthorized =
                (call, _) ->
                        Gateway.unknownCaller(
                                limits.withoutToken(call.request().remote()), call.trace());
        return List.of(
                new TokenDeaths(trigger.apply("early-token-death"), limits, site.clock()),
                new Struck(trigger.apply("unauthorized"), unauthorized),
                new TooMany(trigger.apply("too-many"), site.clock()),
                new Struck(trigger.apply("forbidden"), Refusals::forbidden),
                new Struck(trigger.apply("server-error"), Refusals::serverError),
                new Struck(trigger.apply("unavailable"), Refusals::unavailable),
                new Struck(trigger.apply("gateway-timeout"), Refusals::gatewayTimeout),
                new Struck(trigger.apply("html-page"), Refusals::htmlPage),
                new Struck(trigger.apply("inner-code"), Refusals::innerCode));
    }

    /** What is inside first, then its length, then how it travels. */
    private static List<Struck> changes(Function<String, Trigger> trigger) {
        return List.of(
                new Struck(trigger.apply("remaining-jumps"), Bodies::remainingJumps),
                new Struck(trigger.apply("errors-in-200"), Bodies::errorsIn200),
                new Struck(trigger.apply("errors-form"), Bodies::errorsForm),
                new Struck(trigger.apply("truncated"), Bodies::truncated),
                new Struck(trigger.apply("slow-body"), Bodies::slow),
                new Struck(trigger.apply("stalled-body"), Bodies::stalled),
                new Struck(trigger.apply("cut-connection"), Bodies::cutConnection));
    }

    @Override
    public SimulatedAnswer apply(SimulatedRequest request) {
        Optional<SimulatedAnswer> elsewhere = redirects.instead(request);
        return elsewhere.isPresent() ? elsewhere.get() : inRegion(request, answered(request));
    }

    private SimulatedAnswer answered(SimulatedRequest request) {
        String name = Call.name(request.path());
        SimulatedAnswer answer = api.apply(request);
        if (answer.status() != (name.equals(Call.TOKEN) ? 201 : 200)) {
            return answer;
        }
        for (Replacement replacement : replacements) {
            Optional<SimulatedAnswer> bad = replacement.instead(new Call(request, name, answer));
            if (bad.isPresent()) {
                return bad.get();
            }
        }
        for (Struck change : changes) {
            answer = change.instead(new Call(request, name, answer)).orElse(answer);
        }
        return answer;
    }

    /** Answers under the second region's name say so while there are two. */
    private SimulatedAnswer inRegion(SimulatedRequest request, SimulatedAnswer answer) {
        if (!redirects.on()
                || !redirects.home(request)
                || !answer.headers().containsKey("X-Cs-Region")) {
            return answer;
        }
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put("X-Cs-Region", Redirects.REGION);
        return new SimulatedAnswer(answer.status(), headers, answer.body(), answer.delivery());
    }
}
