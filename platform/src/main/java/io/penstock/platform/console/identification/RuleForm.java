package io.penstock.platform.console.identification;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.identity.IdentificationRule;
import io.penstock.core.identity.Identifier;
import io.penstock.core.identity.RuleOrder.Choice;
import io.penstock.platform.api.FaultStatus;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.identity.ConnectionRules;
import io.penstock.platform.identity.IdentificationRules;
import io.penstock.platform.identity.IdentificationRules.TypedRule;
import io.penstock.platform.identity.Proposal;
import io.penstock.platform.identity.SimulationDesk;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Making, trying and changing a rule of one's own (S-061). */
@Controller
class RuleForm {

    private static final String NEW = "";

    private final IdentificationRules rules;
    private final ConnectionRules orders;
    private final Connections connections;
    private final SimulationDesk desk;

    RuleForm(
            IdentificationRules rules,
            ConnectionRules orders,
            Connections connections,
            SimulationDesk desk) {
        this.rules = rules;
        this.orders = orders;
        this.connections = connections;
        this.desk = desk;
    }

    @GetMapping("/identification/rules/new")
    String blank(Caller caller, Model model) {
        return form(caller, NEW, new TypedRule("", "", List.of()), "", model);
    }

    @GetMapping("/identification/rules/{key}/edit")
    String present(Caller caller, @PathVariable String key, Model model) {
        var rule = requireOwn(caller, key);
        var keys = rule.attributes().stream().map(Identifier::key).toList();
        return form(caller, key, new TypedRule(rule.label(), rule.explanation(), keys), "", model);
    }

    /**
     * @param tryIn a connection whose order the rule is tried in, at the end; empty to store it
     */
    @PostMapping("/identification/rules")
    String create(
            Caller caller,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String explanation,
            @RequestParam(defaultValue = "") List<String> attribute,
            @RequestParam(required = false) @Nullable UUID tryIn,
            HttpServletResponse response,
            Model model) {
        var typed = typed(label, explanation, attribute);
        try {
            if (tryIn != null) {
                return "redirect:/identification/simulations/" + tried(caller, typed, tryIn);
            }
            rules.create(caller.tenantId(), caller.username(), typed);
            return "redirect:/identification#own";
        } catch (FaultException e) {
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            return form(caller, NEW, typed, e.fault().sentence(), model);
        }
    }

    @PostMapping("/identification/rules/{key}")
    String edit(
            Caller caller,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String explanation,
            @RequestParam(defaultValue = "") List<String> attribute,
            HttpServletResponse response,
            Model model) {
        var typed = typed(label, explanation, attribute);
        requireOwn(caller, key);
        try {
            rules.edit(caller.tenantId(), caller.username(), key, typed);
            return "redirect:/identification#own";
        } catch (FaultException e) {
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            return form(caller, key, typed, e.fault().sentence(), model);
        }
    }

    private UUID tried(Caller caller, TypedRule typed, UUID connectionUuid) {
        var connection = connections.require(caller.tenantId(), connectionUuid);
        var choices = new ArrayList<Choice>();
        for (var line : orders.of(connection).lines()) {
            choices.add(new Choice(line.rule().key(), line.on() || line.rule().locked()));
        }
        choices.add(new Choice(Proposal.FRESH, true));
        var proposal = new Proposal(connection, choices, typed);
        return desk.begin(caller.tenantId(), caller.username(), proposal).uuid();
    }

    private static TypedRule typed(String label, String explanation, List<String> attributes) {
        var chosen = attributes.stream().filter(key -> !key.isBlank()).toList();
        return new TypedRule(label, explanation, chosen);
    }

    private IdentificationRule requireOwn(Caller caller, String key) {
        return rules.all(caller.tenantId()).stream()
                .filter(rule -> rule.key().equals(key) && !rule.system())
                .findFirst()
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "IDENTIFICATION_RULE_UNKNOWN",
                                "There is no identification rule of your own under this address.",
                                "The list of rules has them all."));
    }

    private String form(Caller caller, String key, TypedRule typed, String problem, Model model) {
        model.addAttribute("key", key);
        model.addAttribute("typed", typed);
        model.addAttribute("problem", problem);
        model.addAttribute("identifiers", Identifier.values());
        model.addAttribute("most", IdentificationRule.ATTRIBUTES_MAX);
        model.addAttribute("connections", connections.all(caller.tenantId()));
        model.addAttribute("tab", "rules");
        return "identification-rule";
    }
}
