package io.penstock.platform.identity;

import io.penstock.platform.connector.HostRemoval;
import io.penstock.platform.identity.Occasion.Cause;
import io.penstock.platform.inventory.IdentityLock;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/** Takes the hosts of a deleted connection away, some at a time. */
@Component
class ConnectionHosts implements HostRemoval {

    private static final int STEP = 1_000;

    private static final String SOME =
            """
            select host_id from asset_source where tenant_id = ? and connection_id = ? limit ?
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Reidentification identification;

    ConnectionHosts(JdbcClient jdbc, JdbcTemplate template, Reidentification identification) {
        this.jdbc = jdbc;
        this.template = template;
        this.identification = identification;
    }

    @Override
    @Transactional
    public void begin(int tenantId) {
        template.execute(
                (ConnectionCallback<@Nullable Void>)
                        connection -> {
                            IdentityLock.exclusive(connection, tenantId);
                            return null;
                        });
    }

    @Override
    @Transactional
    public void remove(int tenantId, int connectionId) {
        var some = some(tenantId, connectionId);
        while (!some.isEmpty()) {
            remove(tenantId, some);
            some = some(tenantId, connectionId);
        }
    }

    private List<UUID> some(int tenantId, int connectionId) {
        return jdbc.sql(SOME)
                .params(tenantId, connectionId, STEP)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private void remove(int tenantId, List<UUID> hosts) {
        template.execute(
                (ConnectionCallback<@Nullable Void>)
                        connection -> {
                            var occasion = Occasion.of(tenantId, Cause.REMOVAL);
                            identification.without(connection, occasion, hosts);
                            return null;
                        });
    }
}
