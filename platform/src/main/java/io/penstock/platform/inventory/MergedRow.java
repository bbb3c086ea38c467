package io.penstock.platform.inventory;

import io.penstock.core.finding.FindingMerge;
import io.penstock.platform.inventory.MappedFinding.Keys;
import io.penstock.platform.inventory.RecordRow.Content;
import io.penstock.platform.inventory.RecordRow.Said;
import io.penstock.platform.inventory.RecordRow.State;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The row of a finding that several records speak of (etm 5.8). */
final class MergedRow {

    private MergedRow() {}

    /**
     * @param members in canonical order; the first gives the finding its id and its content hash,
     *     so that a page which brings it unchanged finds it with one look-up
     */
    static RecordRow of(FindingMerge merge, RecordRow speaker, List<RecordRow> members) {
        return new RecordRow(
                merge.findingId(),
                speaker.place(),
                content(speaker, members),
                state(merge, speaker.state()),
                said(merge, speaker.said(), members));
    }

    private static Content content(RecordRow speaker, List<RecordRow> members) {
        var said = speaker.content();
        var made = members.stream().mapToLong(m -> m.content().createdRun()).min();
        var changed = members.stream().mapToLong(m -> m.content().changedRun()).max();
        return new Content(
                members.getFirst().content().hash(),
                said.changedAt(),
                made.orElseThrow(),
                changed.orElseThrow(),
                said.vulnerabilityId(),
                said.remediationId() != null
                        ? said.remediationId()
                        : first(members, m -> m.content().remediationId()));
    }

    private static State state(FindingMerge merge, State said) {
        return new State(
                said.status(),
                merge.expired(),
                merge.missingSince(),
                merge.firstFound(),
                said.fixedAt(),
                said.reopenedAt());
    }

    private static Said said(FindingMerge merge, Said said, List<RecordRow> members) {
        return new Said(
                said.severity(),
                merge.suppressed(),
                merge.lastFound(),
                said.words(),
                new Keys(
                        said.keys().matchKey(),
                        first(members, m -> m.said().keys().port()),
                        first(members, m -> m.said().keys().protocol()),
                        said.keys().vendorFindingId() != null
                                ? said.keys().vendorFindingId()
                                : first(members, m -> m.said().keys().vendorFindingId())));
    }

    /** A value that a record may say. */
    private interface Value<T> {
        @Nullable T of(RecordRow row);
    }

    private static <T> @Nullable T first(List<RecordRow> members, Value<T> value) {
        for (var member : members) {
            var said = value.of(member);
            if (said != null) {
                return said;
            }
        }
        return null;
    }
}
