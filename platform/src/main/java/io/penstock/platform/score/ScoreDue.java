package io.penstock.platform.score;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/**
 * Marks assets to be scored anew. In the transaction of what changed them, so that no change goes
 * without its score; it only adds rows, so it never waits for the scoring.
 */
public final class ScoreDue {

    private static final String MARK =
            """
            insert into score_due (tenant_id, asset_id)
            select distinct ?::integer, id::uuid from unnest(?::text[]) as id
            """;

    private ScoreDue() {}

    /** One statement, whatever the number of assets; unknown ones are passed over later. */
    public static void mark(Connection connection, int tenantId, Collection<UUID> assetIds)
            throws SQLException {
        if (assetIds.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(MARK)) {
            insert.setInt(1, tenantId);
            insert.setArray(2, connection.createArrayOf("text", texts(assetIds)));
            insert.executeUpdate();
        }
    }

    /** As {@link #mark(Connection, int, Collection)}, in the caller's transaction. */
    public static void mark(JdbcClient jdbc, int tenantId, Collection<UUID> assetIds) {
        if (!assetIds.isEmpty()) {
            jdbc.sql(MARK).params(tenantId, texts(assetIds)).update();
        }
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
