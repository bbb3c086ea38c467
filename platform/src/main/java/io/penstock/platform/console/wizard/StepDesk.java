package io.penstock.platform.console.wizard;

import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every step does: show its frame, and lead on. A step is only checked when a person goes on
 * with Next, so that going back or elsewhere keeps what is half done.
 */
@Component
class StepDesk {

    private static final String NEXT = "next";
    private static final String BACK = "back";

    private final DraftChecks checks;

    StepDesk(DraftChecks checks) {
        this.checks = checks;
    }

    /** Where the form's button leads. */
    static String way(Map<String, String> fields) {
        return fields.getOrDefault("go", NEXT);
    }

    /**
     * Leads to the step that the button names; Next only from a step that is complete.
     *
     * @return empty when the step is refused and is to be shown again
     */
    Optional<String> leave(
            Caller caller,
            Draft draft,
            Step step,
            String way,
            HttpServletResponse response,
            Model model) {
        var problems =
                way.equals(NEXT)
                        ? checks.problems(caller.tenantId(), draft, step)
                        : List.<String>of();
        if (problems.isEmpty()) {
            return Optional.of(onward(draft, step, way));
        }
        refuse(problems, response, model);
        return Optional.empty();
    }

    /** Leads to the step that the button names. */
    String onward(Draft draft, Step step, String way) {
        var target =
                Step.find(way).orElseGet(() -> way.equals(BACK) ? step.before() : step.after());
        return "redirect:" + draft.address(target);
    }

    /** Shows a step with what is in the draft. */
    void show(Draft draft, Step step, Model model) {
        show(draft, step, draft.address(step), model);
    }

    /**
     * @param action where its form is sent to
     */
    void show(Draft draft, Step step, String action, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("step", step);
        model.addAttribute("steps", Step.values());
        model.addAttribute("action", action);
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", List.of());
        }
    }

    /** Marks the answer as a refusal of what was entered; the step is then shown again. */
    static void refuse(List<String> problems, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("problems", problems);
    }
}
