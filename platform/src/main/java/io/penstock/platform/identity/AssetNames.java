package io.penstock.platform.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Tells people which asset an id means. */
@Component
public class AssetNames {

    /** Most ids of one look-up. */
    public static final int IDS_MAX = 10_000;

    private static final String NAMES =
            """
            select s.host_id, s.asset_id, a.name, s.record_key, c.name as connection
            from asset_source s
            join asset a on a.tenant_id = s.tenant_id and a.asset_id = s.asset_id
            join connection c on c.tenant_id = s.tenant_id and c.connection_id = s.connection_id
            where s.tenant_id = :tenant and s.host_id = any (:ids)
            """;

    private final JdbcClient jdbc;

    AssetNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param asset that the record belongs to now
     * @param name of the asset, may be empty
     * @param recordKey the source's own key of the record
     * @param connection the name of the connection it came by
     */
    public record Named(UUID asset, String name, String recordKey, String connection) {}

    /**
     * @param ids of records or assets, {@value #IDS_MAX} at most; an asset has the id of its first
     *     record
     * @return those that are there
     */
    public Map<UUID, Named> of(int tenantId, Collection<UUID> ids) {
        var named = new HashMap<UUID, Named>();
        if (ids.isEmpty()) {
            return named;
        }
        jdbc.sql(NAMES)
                .param("tenant", tenantId)
                .param("ids", ids.stream().distinct().limit(IDS_MAX).toArray(UUID[]::new))
                .query(row -> {
                    named.put(row.getObject("host_id", UUID.class), named(row));
                });
        return named;
    }

    private static Named named(ResultSet row) throws SQLException {
        return new Named(
                row.getObject("asset_id", UUID.class),
                row.getString("name"),
                row.getString("record_key"),
                row.getString("connection"));
    }
}
