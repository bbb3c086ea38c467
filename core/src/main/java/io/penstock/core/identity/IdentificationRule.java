package io.penstock.core.identity;

import java.util.List;

/**
 * Two records match by a rule when they share a value of each of its attributes.
 *
 * @param key stable name, such as {@code hostname-mac}
 * @param label for people
 * @param explanation one or two sentences for people (S-061)
 * @param attributes 1 to 3; empty for the native key alone, which is what makes a record one record
 * @param system true for Penstock's own
 * @param locked true when it can neither be moved nor switched off
 * @param onByDefault whether new connections use it
 */
public record IdentificationRule(
        String key,
        String label,
        String explanation,
        List<Identifier> attributes,
        boolean system,
        boolean locked,
        boolean onByDefault) {

    /** Most attributes of a rule. */
    public static final int ATTRIBUTES_MAX = 3;

    public IdentificationRule {
        attributes = List.copyOf(attributes);
    }

    /**
     * A rule made by a person; off until a connection switches it on.
     *
     * @param key 1 to 64 lower-case letters, digits and hyphens, not that of a system's rule
     * @param label 1 to 100 characters
     * @param explanation at most 500 characters, may be empty
     * @param attributes keys of identifiers ({@link Identifier#key}), 1 to 3 different ones; not
     *     the IP address or the network alone
     * @throws io.penstock.core.fault.FaultException kind CONFIGURATION, code {@code
     *     IDENTIFICATION_RULE}: which part is wrong and how to mend it
     */
    public static IdentificationRule user(
            String key, String label, String explanation, List<String> attributes) {
        UserRuleCheck.words(key, label, explanation);
        return new IdentificationRule(
                key,
                label.strip(),
                explanation.strip(),
                UserRuleCheck.attributes(attributes),
                false,
                false,
                false);
    }
}
