package io.penstock.platform.inventory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/** Says which machine each host record is; see ADR 0019. */
public interface HostIdentity {

    /**
     * Identifies hosts whose records are new or have changed, with all that hangs on them, and
     * writes the assets they are. The caller has taken {@link IdentityLock} exclusively before it
     * wrote the records.
     *
     * @param hosts ids of stored records
     */
    void changed(Connection connection, LoadContext context, Collection<UUID> hosts)
            throws SQLException;
}
