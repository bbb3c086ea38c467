package io.penstock.core.identity;

import static io.penstock.core.identity.Identifier.FQDN;
import static io.penstock.core.identity.Identifier.HARDWARE_UUID;
import static io.penstock.core.identity.Identifier.HOSTNAME;
import static io.penstock.core.identity.Identifier.MAC;
import static io.penstock.core.identity.Identifier.SERIAL;

import java.util.EnumSet;

/**
 * A rule with what vetoes its matches.
 *
 * @param vetoes bits of {@link Differences}, each of which vetoes alone
 * @param twice bits that veto together; 0 for none
 * @param byName true when names or addresses alone decide, which pass from machine to machine
 * @param byAdapter true when MAC addresses decide without a name
 */
record JudgedRule(
        IdentificationRule rule, int vetoes, int twice, boolean byName, boolean byAdapter) {

    private static final int NAME_AND_MAC = Differences.bit(HOSTNAME) | Differences.bit(MAC);
    private static final int NAMES = Differences.bit(HOSTNAME) | Differences.FQDN_LABEL;

    static JudgedRule of(IdentificationRule rule) {
        var attributes = EnumSet.copyOf(rule.attributes());
        var strongest = attributes.iterator().next();
        var mac = attributes.contains(MAC);
        var copyable = EnumSet.of(HARDWARE_UUID, SERIAL).containsAll(attributes);
        return new JudgedRule(
                rule,
                vetoes(attributes, strongest),
                copyable ? NAME_AND_MAC : 0,
                !strongest.strongerThan(FQDN) && !mac,
                strongest == MAC && !attributes.contains(HOSTNAME));
    }

    private static int vetoes(EnumSet<Identifier> attributes, Identifier strongest) {
        var weak = !strongest.strongerThan(MAC);
        var vetoes = Differences.SAME_SOURCE;
        for (var identifier : Identifier.values()) {
            var speaks =
                    identifier.strongerThan(strongest)
                            || (weak && !HOSTNAME.strongerThan(identifier));
            if (speaks && !attributes.contains(identifier)) {
                vetoes |= bits(identifier, attributes);
            }
        }
        return strongest == FQDN && !attributes.contains(MAC)
                ? vetoes | Differences.VIRTUAL_ADAPTERS
                : vetoes;
    }

    private static int bits(Identifier identifier, EnumSet<Identifier> attributes) {
        if (identifier == MAC) {
            return Differences.ADAPTERS;
        }
        return identifier == FQDN && attributes.contains(MAC)
                ? Differences.FQDN_LABEL
                : Differences.bit(identifier);
    }

    /** The differences that veto a match of two records, 0 when none does. */
    int vetoedBy(Entry one, Entry other) {
        var differences = Differences.between(one, other);
        var alone = differences & vetoes;
        if ((alone & NAMES) != 0 && byAdapter && Differences.twoAdapters(one, other)) {
            alone &= ~NAMES;
        }
        var together = twice != 0 && (differences & twice) == twice ? twice : 0;
        return alone | together;
    }

    boolean matches(Entry one, Entry other) {
        for (var attribute : rule.attributes()) {
            if (!same(one, other, attribute)) {
                return false;
            }
        }
        return true;
    }

    /** A name cut by Windows is enough beside another attribute, not alone. */
    private boolean same(Entry one, Entry other, Identifier attribute) {
        if (attribute != HOSTNAME || rule.attributes().size() == 1) {
            return Differences.agree(one, other, attribute);
        }
        return byName ? Differences.sameOwnName(one, other) : Differences.sameName(one, other);
    }
}
