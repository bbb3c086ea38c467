package io.penstock.platform.identity;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.identity.IdentificationRule;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rules of a tenant: the system's, which nobody changes, and its own (S-056, S-061). */
@Component
public class IdentificationRules {

    private static final int OWN_MAX = 50;
    private static final String OWN = "user-";

    private final RuleRows rows;
    private final IdentityJobs jobs;
    private final Clock clock;

    IdentificationRules(RuleRows rows, IdentityJobs jobs, Clock clock) {
        this.rows = rows;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * What a person types of a rule.
     *
     * @param attributes keys of identifiers
     */
    public record TypedRule(String label, String explanation, List<String> attributes) {

        public TypedRule {
            attributes = List.copyOf(attributes);
        }

        IdentificationRule under(String key) {
            return IdentificationRule.user(key, label, explanation, attributes);
        }
    }

    /** The system's rules in order, then the tenant's own by label. */
    public List<IdentificationRule> all(int tenantId) {
        return rows.known(tenantId);
    }

    /** The words that people know the rules by; a rule that is no more has none. */
    public Map<String, String> labels(int tenantId) {
        return all(tenantId).stream()
                .collect(Collectors.toMap(IdentificationRule::key, IdentificationRule::label));
    }

    /**
     * Makes a rule. It is off everywhere until a connection switches it on.
     *
     * @throws FaultException CONFIGURATION for a rule that cannot be, CONFLICT for a label that is
     *     taken or when there are {@value #OWN_MAX} rules
     */
    @Transactional
    public IdentificationRule create(int tenantId, String by, TypedRule typed) {
        var own = all(tenantId).stream().filter(rule -> !rule.system()).count();
        if (own >= OWN_MAX) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "IDENTIFICATION_RULES_FULL",
                    "There are " + own + " rules beside the system's, the most there may be.",
                    "Delete one that no connection uses.");
        }
        var rule = typed.under(OWN + UUID.randomUUID());
        named(
                rule,
                () -> rows.insert(tenantId, rule, by, clock.instant().atOffset(ZoneOffset.UTC)));
        return rule;
    }

    /**
     * Changes a rule of the tenant; where it is on, all hosts are identified anew.
     *
     * @throws FaultException NOT_FOUND, CONFLICT for one of the system's, otherwise as {@link
     *     #create}
     */
    @Transactional
    public IdentificationRule edit(int tenantId, String by, String key, TypedRule typed) {
        var before = requireOwn(tenantId, key);
        var rule = typed.under(key);
        named(rule, () -> rows.update(tenantId, rule));
        if (!rule.attributes().equals(before.attributes()) && inUse(tenantId, key)) {
            jobs.request(tenantId, by, "The rule '" + rule.label() + "' was changed.");
        }
        return rule;
    }

    /**
     * Deletes a rule of the tenant.
     *
     * @throws FaultException NOT_FOUND; CONFLICT for one of the system's, and for the last one that
     *     is on in some connection
     */
    @Transactional
    public void delete(int tenantId, String by, String key) {
        var rule = requireOwn(tenantId, key);
        var used = inUse(tenantId, key);
        for (var order : rows.book(tenantId).orders().values()) {
            var on = order.enabledInOrder();
            if (on.contains(rule) && on.size() <= 2) {
                throw new FaultException(
                        FaultKind.CONFLICT,
                        "IDENTIFICATION_RULE_LAST",
                        "The rule '" + rule.label() + "' is the last one on in a connection.",
                        "Switch another rule on there first.");
            }
        }
        rows.delete(tenantId, key);
        if (used) {
            jobs.request(tenantId, by, "The rule '" + rule.label() + "' was deleted.");
        }
    }

    private boolean inUse(int tenantId, String key) {
        return rows.book(tenantId).inUse().stream().anyMatch(rule -> rule.key().equals(key));
    }

    private IdentificationRule requireOwn(int tenantId, String key) {
        var rule =
                all(tenantId).stream()
                        .filter(known -> known.key().equals(key))
                        .findFirst()
                        .orElseThrow(() ->
                                new FaultException(
                                        FaultKind.NOT_FOUND,
                                        "IDENTIFICATION_RULE_UNKNOWN",
                                        "There is no identification rule '" + key + "'.",
                                        "GET /api/v1/identification/rules lists them."));
        if (rule.system()) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "IDENTIFICATION_RULE_SYSTEM",
                    "The rule '" + rule.label() + "' is the system's and cannot be changed.",
                    "Switch it off for a connection, or make a rule of your own.");
        }
        return rule;
    }

    private static void named(IdentificationRule rule, Runnable change) {
        try {
            change.run();
        } catch (DuplicateKeyException e) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "IDENTIFICATION_RULE_LABEL",
                    "Another rule is named '" + rule.label() + "' already.",
                    "Choose another label.");
        }
    }
}
