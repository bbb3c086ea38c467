package io.penstock.platform.api;

import io.penstock.platform.api.RuleJson.RuleInput;
import io.penstock.platform.identity.IdentificationRules;
import io.penstock.platform.security.Caller;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Identification rules: the system's and the tenant's own (S-056, S-061). */
@RestController
class IdentificationRulesController {

    private final IdentificationRules rules;

    IdentificationRulesController(IdentificationRules rules) {
        this.rules = rules;
    }

    /**
     * @param rules the system's in order, then the tenant's own by label
     */
    record RulesJson(List<RuleJson> rules) {}

    /**
     * System rules and your own, each with an explanation.
     *
     * @return rules
     */
    @GetMapping("/api/v1/identification/rules")
    RulesJson all(Caller caller) {
        return new RulesJson(rules.all(caller.tenantId()).stream().map(RuleJson::of).toList());
    }

    /**
     * Make a rule of one to three attributes.
     *
     * @return the rule
     */
    @PostMapping("/api/v1/identification/rules")
    @ResponseStatus(HttpStatus.CREATED)
    RuleJson create(Caller caller, @RequestBody RuleInput input) {
        return RuleJson.of(rules.create(caller.tenantId(), caller.username(), input.typed()));
    }

    /**
     * Change a rule of your own.
     *
     * @return the rule
     */
    @PutMapping("/api/v1/identification/rules/{key}")
    RuleJson edit(Caller caller, @PathVariable String key, @RequestBody RuleInput input) {
        return RuleJson.of(rules.edit(caller.tenantId(), caller.username(), key, input.typed()));
    }

    /** Delete a rule of your own. */
    @DeleteMapping("/api/v1/identification/rules/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable String key) {
        rules.delete(caller.tenantId(), caller.username(), key);
    }
}
