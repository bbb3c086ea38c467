package io.penstock.core.identity;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/**
 * Which of several groups a record goes to: the one with the more trusted source, then more equal
 * identifiers, then the one seen last, then the oldest. A total order, so that a group that does
 * not win changes nothing.
 *
 * @param equal how many kinds of identifiers the record has in common with the group
 */
record TieBreak(RuleGroup group, int trust, int equal, long lastSeen, Entry first) {

    static final Comparator<TieBreak> BEST_FIRST =
            Comparator.comparingInt(TieBreak::trust)
                    .thenComparing(TieBreak::equal, Comparator.reverseOrder())
                    .thenComparing(TieBreak::lastSeen, Comparator.reverseOrder())
                    .thenComparing(TieBreak::first, Entry.CANONICAL);

    static List<RuleGroup> sorted(Entry entry, List<RuleGroup> groups) {
        if (groups.size() < 2) {
            return groups;
        }
        return groups.stream()
                .map(group -> of(entry, group))
                .sorted(BEST_FIRST)
                .map(TieBreak::group)
                .toList();
    }

    private static TieBreak of(Entry entry, RuleGroup group) {
        var members = group.members();
        return new TieBreak(
                group,
                members.stream().mapToInt(m -> m.facts().trust()).min().orElseThrow(),
                equal(entry, members),
                members.stream().mapToLong(m -> m.life().last()).max().orElseThrow(),
                group.first());
    }

    private static int equal(Entry entry, List<Entry> members) {
        var kinds = EnumSet.noneOf(Identifier.class);
        for (var identifier : Identifier.values()) {
            if (members.stream().anyMatch(m -> Differences.agree(entry, m, identifier))) {
                kinds.add(identifier);
            }
        }
        return kinds.size();
    }
}
