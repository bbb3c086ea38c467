package io.penstock.platform.console.wizard;

import io.penstock.core.identity.RuleOrder.Choice;
import io.penstock.platform.console.frame.RuleFields;
import io.penstock.platform.identity.ConnectionRules;
import io.penstock.platform.identity.ConnectionRules.Line;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Select Identification Rules (S-056 to S-061). */
@Controller
class RulesStep {

    private static final Step STEP = Step.IDENTIFICATION_RULES;
    private static final String PATH = "/connections/new/{draft}/identification-rules";

    private final ConnectionRules rules;
    private final StepDesk desk;

    RulesStep(ConnectionRules rules, StepDesk desk) {
        this.rules = rules;
        this.desk = desk;
    }

    @GetMapping(PATH)
    String show(Caller caller, @PathVariable UUID draft, HttpSession session, Model model) {
        return page(caller, Drafts.of(session).require(draft), model);
    }

    @PostMapping(PATH)
    String save(
            Caller caller,
            @PathVariable UUID draft,
            @RequestParam Map<String, String> fields,
            HttpSession session,
            HttpServletResponse response,
            Model model) {
        var drafts = Drafts.of(session);
        var present = drafts.require(draft);
        var way = StepDesk.way(fields);
        var changed = present.withRules(chosen(caller, present, fields, way));
        drafts.keep(changed);
        if (way.equals("reset") || way.startsWith("up.") || way.startsWith("down.")) {
            return "redirect:" + changed.address(STEP) + place(changed, way);
        }
        return desk.leave(caller, changed, STEP, way, response, model)
                .orElseGet(() -> page(caller, changed, model));
    }

    /** None when it is the system's order, so that the connection follows later changes of it. */
    private List<Choice> chosen(
            Caller caller, Draft draft, Map<String, String> fields, String way) {
        if (way.equals("reset")) {
            return List.of();
        }
        var lines = rules.lines(caller.tenantId(), draft.rules());
        var read = RuleFields.read(lines, fields, way);
        return read.equals(choices(rules.lines(caller.tenantId(), List.of()))) ? List.of() : read;
    }

    /** Where on the page the moved rule is; nothing for a word that names none. */
    private static String place(Draft draft, String way) {
        return draft.rules().stream()
                .map(Choice::rule)
                .filter(way.substring(way.indexOf('.') + 1)::equals)
                .map(rule -> "#rule-" + rule)
                .findFirst()
                .orElse("");
    }

    private static List<Choice> choices(List<Line> lines) {
        return lines.stream().map(line -> new Choice(line.rule().key(), line.on())).toList();
    }

    private String page(Caller caller, Draft draft, Model model) {
        desk.show(draft, STEP, model);
        model.addAttribute("lines", rules.lines(caller.tenantId(), draft.rules()));
        return "wizard/identification-rules";
    }
}
