package io.penstock.platform.inventory;

import io.penstock.platform.inventory.FindingRows.FindingRow;
import io.penstock.platform.score.ScoreDue;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Writes what a page changes: most records have their finding to themselves and go straight into
 * their rows; those that share one, or begin or cease to, have their classes grouped anew.
 */
@Component
class RecordWrites {

    private final FindingRows rows;
    private final FindingClasses classes;
    private final WordRows words;

    RecordWrites(FindingRows rows, FindingClasses classes, WordRows words) {
        this.rows = rows;
        this.classes = classes;
        this.words = words;
    }

    /**
     * @param before null when the record is new
     * @param shared whether it shared its finding until now
     */
    private record Write(@Nullable RecordRow before, RecordRow after, boolean shared) {

        boolean elsewhere() {
            if (before == null) {
                return false;
            }
            var old = before.said().keys();
            var now = after.said().keys();
            return shared
                    || !old.equals(now)
                    || !before.findingClass().equals(after.findingClass());
        }

        /** Whether what scores are made from changed; that it was seen again does not count. */
        boolean scored() {
            return before == null
                    || before.state().status() != after.state().status()
                    || before.content().vulnerabilityId() != after.content().vulnerabilityId();
        }
    }

    /**
     * @param assets host id → asset id
     */
    void write(
            Connection connection,
            LoadContext context,
            Collection<RecordChange> changes,
            Map<UUID, UUID> assets,
            TextIds texts)
            throws SQLException {
        var writes = new ArrayList<Write>();
        var events = new HashMap<UUID, List<RecordWords.Stored>>();
        for (var change : changes) {
            var folded = change.folded();
            var after = change.after(folded, assets, texts);
            if (!after.equals(change.before())) {
                writes.add(new Write(change.before(), after, change.shared()));
            }
            var written = change.events(folded);
            if (!written.isEmpty()) {
                events.put(after.id(), written);
            }
        }
        write(connection, context.tenantId(), writes);
        words.write(connection, context.tenantId(), events);
    }

    private void write(Connection connection, int tenantId, List<Write> writes)
            throws SQLException {
        var grouped = grouped(connection, tenantId, writes);
        var fresh = new ArrayList<FindingRow>();
        var changed = new ArrayList<FindingRow>();
        var others = new ArrayList<RecordRow>();
        for (var write : writes) {
            if (grouped.contains(write.after().findingClass())) {
                others.add(write.after());
            } else {
                (write.before() == null ? fresh : changed).add(new FindingRow(write.after(), 1));
            }
        }
        rows.insert(connection, tenantId, fresh);
        rows.update(connection, tenantId, changed);
        ScoreDue.mark(connection, tenantId, scored(writes, grouped));
        classes.regroup(connection, tenantId, grouped, others);
    }

    /** Assets whose score may move by what is written; those of classes mark themselves. */
    private static List<UUID> scored(List<Write> writes, Set<FindingClass> grouped) {
        return writes.stream()
                .filter(Write::scored)
                .map(Write::after)
                .filter(row -> !grouped.contains(row.findingClass()))
                .map(row -> row.place().assetId())
                .toList();
    }

    /** The classes in which records may come together or part. */
    private Set<FindingClass> grouped(Connection connection, int tenantId, List<Write> writes)
            throws SQLException {
        var fresh = new HashSet<FindingClass>();
        var grouped = new HashSet<FindingClass>();
        for (var write : writes) {
            var own = write.after().findingClass();
            if (write.before() == null && !fresh.add(own)) {
                grouped.add(own);
            }
            if (write.before() != null && write.elsewhere()) {
                grouped.add(write.before().findingClass());
                grouped.add(own);
            }
        }
        grouped.addAll(classes.occupied(connection, tenantId, fresh));
        return grouped;
    }
}
