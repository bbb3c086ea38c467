package io.penstock.platform.intake;

import io.penstock.platform.check.Check;
import io.penstock.platform.check.Checks;
import io.penstock.platform.engine.Engines;
import io.penstock.platform.engine.RunOrders;
import io.penstock.platform.security.Caller;
import io.penstock.platform.text.SaidText;
import io.penstock.wire.CheckReport;
import io.penstock.wire.Orders;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** What a waiting engine is asked to do, and what it found. */
@RestController
@RequestMapping("/engine/v1/connections/{connection}/profiles/{profile}")
class EngineCheckController {

    private static final long MILLIS_MAX = 86_400_000;

    private final EnginePlans plans;
    private final Checks checks;
    private final RunOrders runs;
    private final Engines engines;

    EngineCheckController(EnginePlans plans, Checks checks, RunOrders runs, Engines engines) {
        this.plans = plans;
        this.checks = checks;
        this.runs = runs;
        this.engines = engines;
    }

    @GetMapping("/orders")
    Orders orders(Caller caller, @PathVariable UUID connection, @PathVariable UUID profile) {
        var target = plans.target(caller.tenantId(), connection, profile);
        return new Orders(
                checks.waiting(target.connection()).orElse(null),
                runs.waiting(target.profile()).orElse(null),
                engines.newKeyWanted(caller));
    }

    @PostMapping("/checks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(
            Caller caller,
            @PathVariable UUID connection,
            @PathVariable UUID profile,
            @RequestBody CheckReport report) {
        var target = plans.target(caller.tenantId(), connection, profile);
        var found =
                new Checks.Found(
                        SaidText.line(report.engineVersion()),
                        SaidText.line(report.engineHost()),
                        steps(report.steps()));
        var order = report.check();
        if (order == null) {
            checks.add(target.connection(), caller.username(), found);
        } else {
            checks.answer(target.connection(), order, found);
        }
    }

    private static List<Check.Step> steps(List<CheckReport.Step> reported) {
        if (reported.isEmpty() || reported.size() > CheckReport.STEPS_MAX) {
            throw EngineText.refused(
                    "A check has 1 to "
                            + CheckReport.STEPS_MAX
                            + " steps; this one has "
                            + reported.size()
                            + ".");
        }
        return reported.stream().map(EngineCheckController::step).toList();
    }

    private static Check.Step step(CheckReport.Step reported) {
        if (reported.millis() < 0 || reported.millis() > MILLIS_MAX) {
            throw EngineText.refused(
                    "A step of a check took "
                            + reported.millis()
                            + " ms, allowed are 0 to "
                            + MILLIS_MAX
                            + ".");
        }
        return new Check.Step(
                SaidText.line(reported.name()),
                outcome(reported.outcome()),
                reported.millis(),
                SaidText.sentence(reported.sentence()),
                SaidText.sentence(reported.hint()));
    }

    private static Check.Outcome outcome(String word) {
        for (var outcome : Check.Outcome.values()) {
            if (outcome.name().equals(word)) {
                return outcome;
            }
        }
        throw EngineText.refused(
                "The outcome of a step is none of " + List.of(Check.Outcome.values()) + ".");
    }
}
