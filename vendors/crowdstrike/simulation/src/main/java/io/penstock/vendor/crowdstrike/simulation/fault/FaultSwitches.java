package io.penstock.vendor.crowdstrike.simulation.fault;

import io.penstock.simulator.option.Plan;
import io.penstock.simulator.option.PlanForm;
import io.penstock.simulator.option.PlanForm.Parameter;
import io.penstock.simulator.option.Setting;
import io.penstock.simulator.option.Switch;
import io.penstock.simulator.option.Switchboard;
import io.penstock.simulator.option.Trigger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The switches of the faults; every one but {@code redirect-to} is set by a {@link Plan}. */
public final class FaultSwitches {

    private static final String[] DATA = {"spotlight", "discover"};

    private final Switchboard board;
    private final PlanForm form;
    private final Map<String, Setting<Plan>> plans = new LinkedHashMap<>();
    private final Setting<String> redirectTo;

    private FaultSwitches(Switchboard board, PlanForm form) {
        this.board = board;
        this.form = form;
        this.redirectTo =
                board.add(
                        Switch.of(
                                "redirect-to",
                                Redirects.LOCALHOST,
                                "where redirect leads: localhost with the caller's port, or a base"
                                        + " address; it is answered there",
                                Redirects::target));
    }

    /**
     * Adds them to the board of a simulation.
     *
     * @param paths of all calls
     */
    public static FaultSwitches on(Switchboard board, List<String> paths) {
        PlanForm form = new PlanForm(Call.names(paths), List.of(DATA), List.of());
        FaultSwitches switches = new FaultSwitches(board, form);
        switches.refusals();
        switches.gateway();
        switches.bodies();
        switches.deliveries();
        return switches;
    }

    private void refusals() {
        add("server-error", "500 that asks to give a trace id to support", form, "at:2,5,9");
        add("unavailable", "503 of the service", form, "at:2,5,9");
        add("gateway-timeout", "504 with an HTML page", form, "at:2,5,9");
        add(
                "html-page",
                "an HTML page instead of JSON, with status:200 to 599",
                form.with(Parameter.number("status", 200, 200, 599)),
                "at:2,5,9");
        add("inner-code", "500 whose inner code is 400", form, "at:2,5,9", "first:1/on:token");
        add(
                "forbidden",
                "403 of the gateway, form:authorization, scope or address (allow-list)",
                form.with(Parameter.word("form", "authorization", "scope", "address")),
                "always/on:discover/form:scope",
                "always/on:spotlight");
    }

    private void gateway() {
        add(
                "too-many",
                "429 for wait:SECONDS; its RetryAfter has form:s, ms or missing and may come"
                        + " early:SECONDS",
                form.with(Parameter.word("form", "s", "ms", "missing"))
                        .with(Parameter.number("wait", 1, 1, 120))
                        .with(Parameter.number("early", 0, 0, 60)),
                "at:2,5",
                "at:2,5/form:ms",
                "at:2,5/form:missing",
                "at:2/wait:3/early:2");
        add("remaining-jumps", "a count of calls left that jumps up", form, "every:2");
        add("unauthorized", "401 although the token is good, limit 15", form, "at:2,5,9");
        add(
                "early-token-death",
                "a token dead after:SECONDS, whatever it said",
                form.usually(Call.TOKEN).with(Parameter.number("after", 5, 0, 86_400)),
                "at:1/after:0");
        add(
                "redirect",
                "308 to another region, see redirect-to; data calls there count to a limit of 15",
                form.usually(Call.TOKEN, DATA[0], DATA[1]),
                "always",
                "always/on:spotlight");
    }

    private void bodies() {
        add(
                "truncated",
                "a body that ends too early; form:json cuts before compression, form:bytes after;"
                        + " keep:PART",
                form.with(Parameter.word("form", "json", "bytes"))
                        .with(Parameter.part("keep", "50%")),
                "at:2,5,9",
                "at:2,5,9/form:bytes",
                "always/on:spotlight");
        add(
                "errors-in-200",
                "200 with errors; form:partial (half of the rows), full or none",
                form.with(Parameter.word("form", "partial", "full", "none")),
                "at:2,5,9",
                "at:2,5,9/form:none");
        add(
                "errors-form",
                "errors of a good answer; form:null, empty or missing",
                form.with(Parameter.word("form", "null", "empty", "missing")),
                "always",
                "always/form:empty");
    }

    private void deliveries() {
        add(
                "cut-connection",
                "a connection closed after keep:PART of the body",
                form.with(Parameter.part("keep", "50%")),
                "at:2,5,9");
        add(
                "slow-body",
                "a body in pieces:N with pause:MILLISECONDS before each",
                form.with(Parameter.number("pieces", 20, 1, 100_000))
                        .with(Parameter.number("pause", 100, 1, 60_000)),
                "at:2,5");
        add(
                "stalled-body",
                "a body that stops after keep:PART for seconds:N, then goes on",
                form.with(Parameter.part("keep", "1000"))
                        .with(Parameter.number("seconds", 120, 1, 3600)),
                "at:2/seconds:5");
    }

    private void add(String name, String help, PlanForm planForm, String... trials) {
        plans.put(name, board.add(Switch.of(name, "off", help, planForm).tried(trials)));
    }

    Trigger trigger(String name, long seed) {
        return new Trigger(Objects.requireNonNull(plans.get(name), name), seed);
    }

    Setting<String> redirectTo() {
        return redirectTo;
    }
}
