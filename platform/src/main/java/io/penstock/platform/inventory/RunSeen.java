package io.penstock.platform.inventory;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps what the pages of a full run reported until the run has ended: what is not among it then is
 * no longer reported. Rejected records count, because the vendor has them all the same.
 */
@Component
public class RunSeen {

    private static final String COPY =
            "copy run_seen (tenant_id, run_id, kind, id) from stdin (format binary)";

    /** What an id is of. Codes are what the database holds. */
    public enum Kind {
        FINDING(0),
        HOST(1),
        /** Several records may be of one host. */
        HOST_RECORD(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    /** Adds the ids of a page, one for every record whose key could be read. */
    public void note(
            Connection connection, LoadContext context, Map<Kind, Collection<UUID>> reported)
            throws SQLException {
        var rows = new CopyRows();
        reported.forEach((kind, ids) -> {
            for (var id : ids) {
                rows.row(4)
                        .int4(context.tenantId())
                        .int8(context.runId())
                        .int2(kind.code())
                        .uuid(id);
            }
        });
        rows.send(connection, COPY);
    }
}
