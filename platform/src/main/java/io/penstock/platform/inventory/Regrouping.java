package io.penstock.platform.inventory;

import static java.util.Objects.requireNonNull;

import io.penstock.core.finding.FindingMerge;
import io.penstock.core.finding.SourceRecord;
import io.penstock.core.finding.SourceRecord.Port;
import io.penstock.platform.inventory.FindingRows.FindingRow;
import io.penstock.platform.inventory.RecordRows.SharedRecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What has to be written so that some records make up the findings they should. One thread. */
final class Regrouping {

    private final Map<Integer, Integer> trust;
    private final Map<UUID, FindingRow> findings = new HashMap<>();
    private final Map<UUID, SharedRecord> shared = new HashMap<>();

    /**
     * @param trust by connection
     */
    Regrouping(Map<Integer, Integer> trust) {
        this.trust = trust;
    }

    /**
     * What to write.
     *
     * @param inserted rows of {@code finding}
     * @param updated rows of {@code finding}
     * @param deleted ids of rows of {@code finding}
     * @param shared rows of {@code finding_record} to write
     * @param alone ids of records that have no row there any more
     */
    record Plan(
            List<FindingRow> inserted,
            List<FindingRow> updated,
            Set<UUID> deleted,
            Map<UUID, SharedRecord> shared,
            Set<UUID> alone) {}

    /** The records of one class. */
    void group(FindingClass of, Collection<RecordRow> records) {
        var byId = new HashMap<UUID, RecordRow>();
        records.forEach(record -> byId.put(record.id(), record));
        for (var merge :
                FindingMerge.of(of.matchKey(), records.stream().map(this::source).toList())) {
            var members = merge.records().stream().map(id -> requireNonNull(byId.get(id))).toList();
            var id = merge.findingId();
            if (members.size() == 1) {
                findings.put(id, new FindingRow(members.getFirst(), 1));
            } else {
                var speaker = requireNonNull(byId.get(merge.speaker()));
                findings.put(
                        id, new FindingRow(MergedRow.of(merge, speaker, members), members.size()));
                members.forEach(m -> shared.put(m.id(), new SharedRecord(m, id)));
            }
        }
    }

    private SourceRecord source(RecordRow row) {
        var keys = row.said().keys();
        return new SourceRecord(
                row.id(),
                requireNonNull(trust.get(row.place().connectionId())),
                new Port(keys.port(), keys.protocol()),
                row.state().firstFound(),
                row.said().lastFound(),
                row.said().suppressed(),
                row.state().expired(),
                row.state().missingSince());
    }

    /** The difference to what is stored of the same classes. */
    Plan against(Map<UUID, FindingRow> storedFindings, Map<UUID, SharedRecord> storedShared) {
        var inserted = new ArrayList<FindingRow>();
        var updated = new ArrayList<FindingRow>();
        for (var row : findings.values()) {
            var old = storedFindings.get(row.values().id());
            if (old == null) {
                inserted.add(row);
            } else if (!old.equals(row)) {
                updated.add(row);
            }
        }
        var deleted = new HashSet<>(storedFindings.keySet());
        deleted.removeAll(findings.keySet());
        var written = new HashMap<>(shared);
        written.entrySet().removeIf(e -> e.getValue().equals(storedShared.get(e.getKey())));
        var alone = new HashSet<>(storedShared.keySet());
        alone.removeAll(shared.keySet());
        return new Plan(inserted, updated, deleted, written, alone);
    }
}
