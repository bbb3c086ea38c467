package io.penstock.platform.engine;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.security.Caller;
import io.penstock.platform.security.EngineAccounts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/** Engines with keys of their own: their list, a new key, the end of a key. */
@Component
public class Engines {

    private final JdbcClient jdbc;
    private final EngineAccounts accounts;

    Engines(JdbcClient jdbc, EngineAccounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** Newest first. */
    public List<EnrolledEngine> all(Connection connection) {
        return jdbc.sql(
                        """
                        select engine_id, name, host, enrolled_at, key_changed_at, new_key_wanted,
                            revoked_at
                        from engine where tenant_id = ? and connection_id = ?
                        order by enrolled_at desc limit 200
                        """)
                .params(connection.tenantId(), connection.id())
                .query(EnrolledEngine::of)
                .list();
    }

    /** The engine replaces its key when it next waits. */
    @Transactional
    public void askNewKey(Connection connection, UUID engine) {
        changed(
                jdbc.sql(
                                """
                                update engine set new_key_wanted = true where tenant_id = ?
                                  and connection_id = ? and engine_id = ? and revoked_at is null
                                """)
                        .params(connection.tenantId(), connection.id(), engine)
                        .update(),
                engine);
    }

    /** The engine is refused from its next request on. */
    @Transactional
    public void revoke(Connection connection, UUID engine) {
        changed(
                jdbc.sql(
                                """
                                update engine set revoked_at = coalesce(revoked_at, now())
                                where tenant_id = ? and connection_id = ? and engine_id = ?
                                """)
                        .params(connection.tenantId(), connection.id(), engine)
                        .update(),
                engine);
        accounts.revoke(connection.tenantId(), engine);
    }

    private static void changed(int rows, UUID engine) {
        if (rows == 0) {
            throw new FaultException(
                    FaultKind.NOT_FOUND,
                    "ENGINE_UNKNOWN",
                    "There is no engine " + engine + " with a valid key.",
                    "The list of engines shows the known ones.");
        }
    }

    /** Whether the caller is an enrolled engine that is to replace its key. */
    public boolean newKeyWanted(Caller caller) {
        return jdbc.sql("select new_key_wanted from engine where tenant_id = ? and engine_id = ?")
                .params(caller.tenantId(), caller.userId())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * @throws FaultException CONFIGURATION for a caller without a key of its own
     */
    @Transactional
    public void replaceKey(Caller caller, String key) {
        var rows =
                jdbc.sql(
                                """
                                update engine set new_key_wanted = false, key_changed_at = now()
                                where tenant_id = ? and engine_id = ?
                                """)
                        .params(caller.tenantId(), caller.userId())
                        .update();
        if (rows == 0) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "ENGINE_NOT_ENROLLED",
                    "'" + caller.username() + "' is a user and has no engine's key.",
                    "Change the password instead.");
        }
        accounts.replaceKey(caller, key);
    }

    /** The connection an enrolled engine may work for; empty for any other caller. */
    List<UUID> connectionOf(Caller caller) {
        return jdbc.sql(
                        """
                        select c.connection_uuid from engine e
                        join connection c using (tenant_id, connection_id)
                        where e.tenant_id = ? and e.engine_id = ?
                        """)
                .params(caller.tenantId(), caller.userId())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
