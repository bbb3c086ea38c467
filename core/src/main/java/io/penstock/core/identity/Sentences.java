package io.penstock.core.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The words of the identification log. */
final class Sentences {

    private static final int LISTED_MAX = 3;
    private static final int ID_SHOWN = 8;

    private Sentences() {}

    /** {@code host name web-1 and MAC address 00:50:56:93:D7:C1}. */
    static String value(IdentificationRule rule, List<String> values) {
        var parts = new ArrayList<String>();
        for (var i = 0; i < values.size(); i++) {
            parts.add(rule.attributes().get(i).label() + " " + values.get(i));
        }
        return String.join(" and ", parts);
    }

    /** {@code web-1 [3f2a91c0]}: a name for people, and the start of the record's id. */
    static String name(Entry entry) {
        var names = entry.values(Identifier.HOSTNAME);
        var id = shortened(entry.id());
        return names.isEmpty() ? "[" + id + "]" : names.getFirst() + " [" + id + "]";
    }

    static String shortened(UUID id) {
        return id.toString().substring(0, ID_SHOWN);
    }

    /** At most three values of a list. */
    static String list(List<String> values) {
        if (values.size() <= LISTED_MAX) {
            return String.join(", ", values);
        }
        return String.join(", ", values.subList(0, LISTED_MAX))
                + " and "
                + (values.size() - LISTED_MAX)
                + " more";
    }

    /** The strongest identifier among some differences. */
    static Optional<Identifier> differing(int differences) {
        for (var identifier : Identifier.values()) {
            if ((differences & Differences.bit(identifier)) != 0) {
                return Optional.of(identifier);
            }
        }
        if ((differences & Differences.FQDN_LABEL) != 0) {
            return Optional.of(Identifier.FQDN);
        }
        return (differences & (Differences.ADAPTERS | Differences.VIRTUAL_ADAPTERS)) != 0
                ? Optional.of(Identifier.MAC)
                : Optional.empty();
    }

    /** What keeps two records apart; {@code differences} has at least one bit. */
    static String difference(Entry one, Entry other, int differences) {
        if ((differences & Differences.SAME_SOURCE) != 0) {
            return "one source has seen "
                    + name(one)
                    + " and "
                    + name(other)
                    + " at the same time, as two hosts";
        }
        var both = Differences.bit(Identifier.HOSTNAME) | Differences.bit(Identifier.MAC);
        if (differences == both) {
            return unlike(one, other, Identifier.HOSTNAME)
                    + ", and "
                    + unlike(one, other, Identifier.MAC);
        }
        return unlike(one, other, differing(differences).orElseThrow());
    }

    static String apart(Entry one, Entry other) {
        return name(one) + " and " + name(other) + " were not seen at one time, and names pass on";
    }

    static String decided(Decision decision) {
        var word = decision.kind() == Decision.Kind.APART ? "apart" : "together";
        return "a person put [%s] and [%s] %s on %s"
                .formatted(
                        shortened(decision.a()),
                        shortened(decision.b()),
                        word,
                        decision.decidedAt().toString().substring(0, 10));
    }

    private static String unlike(Entry one, Entry other, Identifier identifier) {
        return "%s of %s is %s, of %s %s"
                .formatted(
                        identifier.label(),
                        name(one),
                        list(one.values(identifier)),
                        name(other),
                        list(other.values(identifier)));
    }
}
