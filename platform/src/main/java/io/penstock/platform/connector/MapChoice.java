package io.penstock.platform.connector;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.UUID;

/** Finds the stored row of a map version that somebody names. */
@Component
public class MapChoice {

    private static final String FIND =
            """
            select map_id from transform_map
            where tenant_id = ? and map_uuid = ? and connector_key = ? and deleted_at is null
              and (?::int is null or version = ?::int)
            order by version desc limit 1 for share
            """;

    private final JdbcClient jdbc;

    MapChoice(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The row, held against deletion until the transaction ends.
     *
     * @param version null for the newest
     * @throws FaultException NOT_FOUND when the connector has no such map or version
     */
    public int require(int tenantId, String connector, UUID map, @Nullable Integer version) {
        return jdbc.sql(FIND)
                .params(tenantId, map, connector)
                .param(version)
                .param(version)
                .query(Integer.class)
                .optional()
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "MAP_UNKNOWN",
                                "The connector '"
                                        + connector
                                        + "' has no map "
                                        + map
                                        + (version == null ? "." : " in version " + version + "."),
                                "GET /api/v1/maps lists the known ones."));
    }
}
