package io.penstock.platform.inventory;

import io.penstock.core.finding.Word;
import io.penstock.core.finding.Word.Kind;
import io.penstock.core.finding.Word.Standing;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A record as it is stored.
 *
 * @param shared several records speak of its finding
 */
record StoredRecord(RecordRow row, boolean shared, List<RecordWords.Stored> events) {

    /** Its words; without events it has the one that its row shows. */
    RecordWords words(LoadContext context) {
        return new RecordWords(events.isEmpty() ? List.of(only(context)) : events);
    }

    private RecordWords.Stored only(LoadContext context) {
        var content = row.content();
        var run = content.changedRun();
        var word =
                new Word(
                        kind(),
                        content.changedAt(),
                        context.evidence(run),
                        run,
                        content.hash(),
                        Standing.COUNTS);
        return new RecordWords.Stored(null, word, null, row.state().status());
    }

    private Kind kind() {
        if (row.state().expired()) {
            return Kind.EXPIRED;
        }
        return switch (row.state().status()) {
            case NEW, ACTIVE -> Kind.OPEN;
            case FIXED -> Kind.FIXED;
            case REOPENED -> Kind.REOPENED;
        };
    }

    /** Null when there is no such record. */
    static @Nullable RecordRow rowOf(@Nullable StoredRecord record) {
        return record == null ? null : record.row();
    }
}
