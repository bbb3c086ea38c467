package io.penstock.platform.inventory;

import io.penstock.core.finding.FindingStatus;
import io.penstock.core.finding.Word;
import io.penstock.core.finding.Word.Kind;
import io.penstock.core.finding.Word.Standing;
import io.penstock.platform.inventory.RecordWords.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads and writes the words on records: the rows of {@code finding_event}. */
@Component
class WordRows {

    private static final String STORED =
            """
            select finding_id, event_id, word, happened_at, evidence_run, run_id, content_hash, held,
                rejected, from_status, to_status
            from finding_event where tenant_id = ? and finding_id = any (?)
            """;

    private static final String COPY =
            """
            copy finding_event (tenant_id, finding_id, happened_at, run_id, evidence_run, word,
                content_hash, held, rejected, from_status, to_status, reason)
            from stdin (format binary)
            """;

    private static final String UPDATE =
            """
            update finding_event set run_id = ?, evidence_run = ?, word = ?, held = ?, rejected = ?,
                from_status = ?, to_status = ?
            where tenant_id = ? and event_id = ?
            """;

    /** By record id; a record without rows is not in it. */
    Map<UUID, List<Stored>> stored(Connection connection, int tenantId, Collection<UUID> records)
            throws SQLException {
        var stored = new HashMap<UUID, List<Stored>>();
        RowsById.select(
                connection,
                STORED,
                tenantId,
                records,
                row ->
                        stored.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                                .add(read(row)));
        return stored;
    }

    private static Stored read(ResultSet row) throws SQLException {
        var standing =
                row.getBoolean(9)
                        ? Standing.REJECTED
                        : row.getBoolean(8) ? Standing.HELD : Standing.COUNTS;
        return new Stored(
                row.getLong(2),
                new Word(
                        Kind.of(row.getInt(3)),
                        row.getTimestamp(4).toInstant(),
                        row.getLong(5),
                        row.getLong(6),
                        row.getObject(7, UUID.class),
                        standing),
                status(row, 10),
                status(row, 11));
    }

    private static @Nullable FindingStatus status(ResultSet row, int column) throws SQLException {
        var code = row.getInt(column);
        return row.wasNull() ? null : FindingStatus.of(code);
    }

    /** Writes words by the ids of their records: new ones are added, others change their row. */
    void write(Connection connection, int tenantId, Map<UUID, List<Stored>> words)
            throws SQLException {
        var added = new CopyRows();
        try (var update = connection.prepareStatement(UPDATE)) {
            for (var record : words.entrySet()) {
                for (var word : record.getValue()) {
                    if (word.eventId() == null) {
                        encode(added, tenantId, record.getKey(), word);
                    } else {
                        bind(update, tenantId, word.eventId(), word);
                    }
                }
            }
            update.executeBatch();
        }
        added.send(connection, COPY);
    }

    private static void encode(CopyRows rows, int tenantId, UUID record, Stored stored) {
        var word = stored.word();
        rows.row(12)
                .int4(tenantId)
                .uuid(record)
                .instant(word.at())
                .int8(word.runId())
                .int8(word.evidence())
                .int2(word.kind().code())
                .uuid(word.contentHash())
                .flag(word.standing() == Standing.HELD)
                .flag(word.standing() == Standing.REJECTED)
                .int2OrNull(code(stored.from()))
                .int2OrNull(code(stored.to()))
                .text(reason(stored));
    }

    private static void bind(PreparedStatement row, int tenantId, long eventId, Stored stored)
            throws SQLException {
        var word = stored.word();
        row.setLong(1, word.runId());
        row.setLong(2, word.evidence());
        row.setShort(3, word.kind().code());
        row.setBoolean(4, word.standing() == Standing.HELD);
        row.setBoolean(5, word.standing() == Standing.REJECTED);
        row.setObject(6, code(stored.from()), Types.SMALLINT);
        row.setObject(7, code(stored.to()), Types.SMALLINT);
        row.setInt(8, tenantId);
        row.setLong(9, eventId);
        row.addBatch();
    }

    private static @Nullable Short code(@Nullable FindingStatus status) {
        return status == null ? null : status.code();
    }

    private static String reason(Stored stored) {
        if (stored.from() == null && stored.to() != null) {
            return "first report";
        }
        return switch (stored.word().kind()) {
            case EXPIRED -> "the vendor lost sight of the host";
            case MISSING, MISSING_FIXED -> "a complete full run did not report it";
            case SEEN -> "reported again";
            default -> "the vendor reported it as " + stored.word().kind();
        };
    }
}
