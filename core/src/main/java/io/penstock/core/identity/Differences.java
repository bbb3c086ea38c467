package io.penstock.core.identity;

import java.util.List;
import java.util.function.BiPredicate;

/**
 * What speaks against two records' being one machine, as bits: one for each identifier that both
 * carry without a value in common, and those named here.
 */
final class Differences {

    /** Full names differ before the first dot, not only in the domain. */
    static final int FQDN_LABEL = 1 << 16;

    /** One source saw both at the same time. */
    static final int SAME_SOURCE = 1 << 17;

    /**
     * MAC addresses differ although one side names several, or both have the same IP address, or
     * both are virtual machines. Else a single one on each side may be two adapters of one machine,
     * the one on the cable and the one in the air; but these have IP addresses of their own.
     */
    static final int ADAPTERS = 1 << 18;

    /** Both are virtual machines with other adapters, which do not move between machines. */
    static final int VIRTUAL_ADAPTERS = 1 << 19;

    /** What proves that two records are of two machines; names are changed, adapters too. */
    static final int PROOF =
            SAME_SOURCE
                    | bit(Identifier.INSTANCE)
                    | bit(Identifier.HARDWARE_UUID)
                    | bit(Identifier.SERIAL);

    private Differences() {}

    @SuppressWarnings("EnumOrdinal") // A place in memory, never stored.
    static int bit(Identifier identifier) {
        return 1 << identifier.ordinal();
    }

    static int between(Entry one, Entry other) {
        return differs(one, other, Identifier.INSTANCE, String::equals)
                | differs(one, other, Identifier.HARDWARE_UUID, String::equals)
                | differs(one, other, Identifier.SERIAL, SerialNumbers::same)
                | differs(one, other, Identifier.HOSTNAME, HostNames::same)
                | fqdn(one.values(Identifier.FQDN), other.values(Identifier.FQDN))
                | mac(one, other)
                | source(one, other);
    }

    /** Whether both carry a value in common. */
    static boolean agree(Entry one, Entry other, Identifier identifier) {
        BiPredicate<String, String> same =
                identifier == Identifier.SERIAL ? SerialNumbers::same : String::equals;
        return common(one.values(identifier), other.values(identifier), same);
    }

    /** Whether both carry a name in common, be it cut by Windows. */
    static boolean sameName(Entry one, Entry other) {
        return common(
                one.values(Identifier.HOSTNAME),
                other.values(Identifier.HOSTNAME),
                HostNames::same);
    }

    /** The same, without names that are known to be of several machines. */
    static boolean sameOwnName(Entry one, Entry other) {
        return common(one.ownNames(), other.ownNames(), HostNames::same);
    }

    private static int differs(
            Entry one, Entry other, Identifier identifier, BiPredicate<String, String> same) {
        var left = one.values(identifier);
        var right = other.values(identifier);
        return left.isEmpty() || right.isEmpty() || common(left, right, same) ? 0 : bit(identifier);
    }

    private static int fqdn(List<String> left, List<String> right) {
        if (left.isEmpty() || right.isEmpty() || common(left, right, String::equals)) {
            return 0;
        }
        var sameLabel =
                common(left, right, (a, b) -> HostNames.label(a).equals(HostNames.label(b)));
        return bit(Identifier.FQDN) | (sameLabel ? 0 : FQDN_LABEL);
    }

    private static int mac(Entry one, Entry other) {
        var left = one.lastingMacs();
        var right = other.lastingMacs();
        if (left.isEmpty() || right.isEmpty() || agree(one, other, Identifier.MAC)) {
            return 0;
        }
        if (one.virtual() && other.virtual()) {
            return bit(Identifier.MAC) | ADAPTERS | VIRTUAL_ADAPTERS;
        }
        var sure = Math.max(left.size(), right.size()) > 1 || agree(one, other, Identifier.IP);
        return bit(Identifier.MAC) | (sure ? ADAPTERS : 0);
    }

    /** Two adapters in common: no dock that moves from one to the other. */
    static boolean twoAdapters(Entry one, Entry other) {
        var common = 0;
        for (var mac : one.lastingMacs()) {
            common += other.lastingMacs().contains(mac) ? 1 : 0;
            if (common > 1) {
                return true;
            }
        }
        return false;
    }

    /** Two native keys of one source, at one time, are two machines. */
    private static int source(Entry one, Entry other) {
        return one.facts().connectionId() == other.facts().connectionId()
                        && one.life().sameTime(other.life())
                ? SAME_SOURCE
                : 0;
    }

    private static boolean common(
            List<String> left, List<String> right, BiPredicate<String, String> same) {
        for (var one : left) {
            for (var other : right) {
                if (same.test(one, other)) {
                    return true;
                }
            }
        }
        return false;
    }
}
