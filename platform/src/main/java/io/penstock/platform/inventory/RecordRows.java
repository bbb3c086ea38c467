package io.penstock.platform.inventory;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Writes the records of findings that several speak of. */
@Component
class RecordRows {

    private static final String COPY =
            "copy finding_record (tenant_id, record_id, "
                    + RecordColumns.SHARED
                    + ", finding_id) from stdin (format binary)";

    private static final String DELETE =
            "delete from finding_record where tenant_id = ? and record_id = any (?)";

    /** A row of {@code finding_record}. */
    record SharedRecord(RecordRow values, UUID findingId) {}

    /** Replaces rows; {@code gone} are the ids of those that share their finding no more. */
    void replace(
            Connection connection,
            int tenantId,
            Map<UUID, SharedRecord> written,
            Collection<UUID> gone)
            throws SQLException {
        RowsById.update(connection, DELETE, tenantId, written.keySet());
        RowsById.update(connection, DELETE, tenantId, gone);
        var rows = new CopyRows();
        for (var record : written.values()) {
            RecordColumns.encode(rows, RecordColumns.SHARED_COUNT + 3, tenantId, record.values())
                    .uuid(record.findingId());
        }
        rows.send(connection, COPY);
    }
}
