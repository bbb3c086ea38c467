package io.penstock.platform.connector;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.source.SourceDescriptor;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * The vendors' own transform maps (S-028, S-032), stored per tenant. A stored version never
 * changes: runs name it, and a run must be able to say what it followed.
 */
@Component
public class SystemMaps {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final ProfileMaps followers;
    private final Clock clock;

    public SystemMaps(JdbcClient jdbc, Catalogue catalogue, ProfileMaps followers, Clock clock) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.followers = followers;
        this.clock = clock;
    }

    private record MapHead(String name, int version) {}

    private record DefaultMap(int id, UUID uuid) {}

    /**
     * Stores every connector's maps that the tenant does not have yet.
     *
     * @throws FaultException CONFIGURATION when a stored version's text differs from the package's
     */
    @Transactional
    public void store(int tenantId) {
        for (var connector : catalogue.connectors()) {
            connector.transformMaps().forEach(body -> store(tenantId, connector, body));
        }
    }

    /** The row of the connector's default map at the version its package brings. */
    int defaultMap(int tenantId, SourceDescriptor connector) {
        return stored(tenantId, connector).id();
    }

    /** What names all versions of the connector's default map (S-032). */
    public UUID standardMap(int tenantId, SourceDescriptor connector) {
        return stored(tenantId, connector).uuid();
    }

    private DefaultMap stored(int tenantId, SourceDescriptor connector) {
        var head = head(connector, connector.transformMaps().getFirst());
        return jdbc.sql(
                        """
                        select map_id, map_uuid from transform_map
                        where tenant_id = ? and connector_key = ? and name = ? and version = ?
                          and system
                        """)
                .params(tenantId, connector.key(), head.name(), head.version())
                .query((row, _) -> new DefaultMap(row.getInt(1), row.getObject(2, UUID.class)))
                .single();
    }

    private void store(int tenantId, SourceDescriptor connector, String body) {
        var head = head(connector, body);
        jdbc.sql(
                        """
                        insert into transform_map (tenant_id, map_uuid, connector_key, name,
                            version, system, body, created_at)
                        values (?, coalesce((select map_uuid from transform_map
                                where tenant_id = ? and connector_key = ? and name = ? and system
                                limit 1), ?), ?, ?, ?, true, ?, ?)
                        on conflict (tenant_id, connector_key, name, version) where system
                        do nothing
                        """)
                .params(tenantId, tenantId, connector.key(), head.name(), UUID.randomUUID())
                .params(connector.key(), head.name(), head.version(), body)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        requireUnchanged(tenantId, connector, head, body);
        followers.follow(tenantId, connector.key(), head.name());
    }

    private void requireUnchanged(
            int tenantId, SourceDescriptor connector, MapHead head, String body) {
        var stored =
                jdbc.sql(
                                """
                                select body from transform_map
                                where tenant_id = ? and connector_key = ? and name = ?
                                  and version = ? and system
                                """)
                        .params(tenantId, connector.key(), head.name(), head.version())
                        .query((row, number) -> row.getString(1))
                        .single();
        if (!stored.equals(body)) {
            throw changed(connector, head);
        }
    }

    private static MapHead head(SourceDescriptor connector, String body) {
        try {
            var tree = JSON.readTree(body);
            var name = tree.path("name").asString("");
            var version = tree.path("version").asInt(0);
            if (name.isBlank() || version < 1) {
                throw headless(connector);
            }
            return new MapHead(name, version);
        } catch (JacksonException e) {
            throw headless(connector);
        }
    }

    private static FaultException headless(SourceDescriptor connector) {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "SYSTEM_MAP_UNREADABLE",
                "A transform map of the vendor package '"
                        + connector.key()
                        + "' is not a JSON object with a name and a version from 1.",
                "Mend the vendor package.");
    }

    private static FaultException changed(SourceDescriptor connector, MapHead head) {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "SYSTEM_MAP_CHANGED",
                "The transform map '"
                        + head.name()
                        + "' version "
                        + head.version()
                        + " of the vendor package '"
                        + connector.key()
                        + "' differs from the one stored under the same version.",
                "Give the changed map a new version in the vendor package.");
    }
}
