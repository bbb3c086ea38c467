package io.penstock.core.identity;

import io.penstock.core.identity.RuleStep.Veto;
import io.penstock.core.identity.RuleStep.Veto.Reason;

import java.util.List;
import java.util.Optional;

/** Looks for what forbids that a record joins a group, at every record of the group. */
record GroupVeto(JudgedRule judged, Entry entry, RuleGroup group, DecisionGroups decisions) {

    Optional<Veto> find() {
        return byDecision().or(this::byDifference).or(this::byTime);
    }

    private Optional<Veto> byDecision() {
        var first = group.members().getFirst();
        return decisions
                .between(entry.id(), first.id())
                .map(decision ->
                        new Veto(
                                group.first().id(),
                                Reason.DECISION,
                                "",
                                "",
                                Sentences.decided(decision)));
    }

    private Optional<Veto> byDifference() {
        Entry against = null;
        for (var member : group.members()) {
            var vetoed = judged.vetoedBy(entry, member) != 0;
            if (vetoed && (against == null || Entry.CANONICAL.compare(member, against) < 0)) {
                against = member;
            }
        }
        return Optional.ofNullable(against).map(this::difference);
    }

    private Veto difference(Entry member) {
        var bits = judged.vetoedBy(entry, member);
        var reason =
                (bits & Differences.SAME_SOURCE) != 0 ? Reason.SAME_SOURCE_SAME_TIME : kind(bits);
        var differing = Sentences.differing(bits);
        return new Veto(
                member.id(),
                reason,
                differing.map(i -> list(entry, i)).orElse(""),
                differing.map(i -> list(member, i)).orElse(""),
                Sentences.difference(entry, member, bits));
    }

    private Reason kind(int bits) {
        var strongest =
                judged.rule().attributes().stream().min(Identifier::compareTo).orElseThrow();
        var stronger = Sentences.differing(bits).filter(i -> i.strongerThan(strongest)).isPresent();
        return stronger ? Reason.STRONGER_DIFFERS : Reason.CONTRADICTED;
    }

    /** Names pass on; a group is there as long as any of its records. */
    private Optional<Veto> byTime() {
        var apart =
                judged.byName()
                        && group.members().stream().noneMatch(m -> m.life().sameTime(entry.life()));
        return apart
                ? Optional.of(
                        new Veto(
                                group.first().id(),
                                Reason.NOT_AT_ONE_TIME,
                                "",
                                "",
                                Sentences.apart(entry, group.first())))
                : Optional.empty();
    }

    private static String list(Entry entry, Identifier identifier) {
        List<String> values = entry.values(identifier);
        return Sentences.list(values);
    }
}
