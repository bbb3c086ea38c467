package io.penstock.platform.connector;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.reading.Readings;
import io.penstock.source.SourceDescriptor;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The connections of all tenants. */
@Component
public class Connections {

    private final ConnectionRows rows;
    private final Secrets secrets;
    private final Catalogue catalogue;
    private final SystemMaps maps;
    private final Readings readings;
    private final HostRemoval hosts;

    Connections(
            ConnectionRows rows,
            Secrets secrets,
            Catalogue catalogue,
            SystemMaps maps,
            Readings readings,
            HostRemoval hosts) {
        this.rows = rows;
        this.secrets = secrets;
        this.catalogue = catalogue;
        this.maps = maps;
        this.readings = readings;
        this.hosts = hosts;
    }

    public Optional<Connection> find(int tenantId, UUID uuid) {
        return rows.find(tenantId, uuid);
    }

    /**
     * @throws FaultException NOT_FOUND
     */
    public Connection require(int tenantId, UUID uuid) {
        return find(tenantId, uuid)
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "CONNECTION_UNKNOWN",
                                "There is no connection " + uuid + ".",
                                "The list of connections shows the known ones."));
    }

    /** By name. */
    public List<Connection> all(int tenantId) {
        return rows.all(tenantId);
    }

    public List<Profile> profiles(Connection connection) {
        return rows.profiles(connection);
    }

    public Optional<Profile> profile(Connection connection, UUID profileUuid) {
        return rows.profiles(connection).stream()
                .filter(profile -> profile.uuid().equals(profileUuid))
                .findFirst();
    }

    /**
     * @throws FaultException NOT_FOUND
     */
    public Profile requireProfile(Connection connection, UUID profileUuid) {
        return profile(connection, profileUuid)
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "PROFILE_UNKNOWN",
                                "Connection '"
                                        + connection.name()
                                        + "' has no profile "
                                        + profileUuid
                                        + ".",
                                "Copy qualys.profileUuid from the connection's page in the"
                                        + " console."));
    }

    /** Settings that are no secret, for forms and pages. */
    public Map<String, String> settings(Connection connection) {
        return rows.settings(connection);
    }

    /** All settings with opened secrets: for the engine's plan and nothing else (S-013). */
    public Map<String, String> settingsWithSecrets(Connection connection) {
        var all = new HashMap<>(rows.settings(connection));
        all.putAll(secrets.open(connection.uuid(), rows.secrets(connection)));
        return Map.copyOf(all);
    }

    /** What it brings in (S-020 to S-022). */
    public ConnectionScope scope(Connection connection) {
        return rows.scope(connection);
    }

    /**
     * Stores a connection with its default profile, which follows the connector's first system map
     * (S-032, S-047, S-064).
     *
     * @throws FaultException CONFIGURATION for a field that breaks a rule, CONFLICT for a name that
     *     is taken, NOT_FOUND for an unknown connector
     */
    @Transactional
    public Connection create(int tenantId, NewConnection typed) {
        return create(tenantId, typed, true);
    }

    /**
     * The same without a profile, for who adds others in the same transaction.
     *
     * @param withDefault whether to make the default profile
     */
    @Transactional
    public Connection create(int tenantId, NewConnection typed, boolean withDefault) {
        var connector = connector(typed.connector());
        var checked = CheckedConnection.of(typed, connector, false);
        var uuid = UUID.randomUUID();
        var map = maps.defaultMap(tenantId, connector);
        return named(
                checked,
                () -> {
                    var id =
                            rows.insert(
                                    tenantId,
                                    uuid,
                                    connector,
                                    checked,
                                    secrets.seal(uuid, checked.secret()));
                    if (withDefault) {
                        rows.insertProfile(tenantId, id, map);
                    }
                    return find(tenantId, uuid).orElseThrow();
                });
    }

    /**
     * Changes name, description and settings; a secret that is left empty stays as it is. Other
     * settings may reach other data, so then the next run reads everything.
     *
     * @throws FaultException as {@link #create} does
     */
    @Transactional
    public Connection edit(Connection connection, NewConnection typed) {
        var connector = connector(connection.connectorKey());
        var checked = CheckedConnection.of(typed, connector, true);
        var present = secrets.open(connection.uuid(), rows.secrets(connection));
        var kept = new HashMap<>(checked.plain().containsKey(Custody.KEY) ? Map.of() : present);
        kept.putAll(checked.secret());
        var readsOther =
                !kept.equals(present) || !checked.plain().equals(rows.settings(connection));
        return named(
                checked,
                () -> {
                    rows.update(connection, checked, secrets.seal(connection.uuid(), kept));
                    if (readsOther) {
                        profiles(connection).forEach(p -> readings.changed(p.tenantId(), p.id()));
                    }
                    return find(connection.tenantId(), connection.uuid()).orElseThrow();
                });
    }

    /**
     * Deletes a connection with all that came through it: runs, pages, rejected records, what it
     * said of hosts, its findings, its engines' accounts, and assets that no other connection knows
     * (etm 5.17). Tags and decisions go on for what another connection knows, too.
     *
     * @throws FaultException CONFLICT while a run is reading or transforming
     */
    @Transactional
    public void delete(Connection connection) {
        if (!rows.lockIdle(connection)) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "CONNECTION_BUSY",
                    "The connection '" + connection.name() + "' has a run in progress.",
                    "Cancel the run or wait for its end, then delete again.");
        }
        hosts.begin(connection.tenantId());
        rows.empty(connection);
        hosts.remove(connection.tenantId(), connection.id());
        rows.delete(connection);
    }

    private SourceDescriptor connector(String key) {
        return catalogue.find(key).orElseThrow(() -> ConnectionChecks.unknown(key));
    }

    private interface Change {
        Connection apply();
    }

    private static Connection named(CheckedConnection checked, Change change) {
        try {
            return change.apply();
        } catch (DuplicateKeyException e) {
            throw ConnectionChecks.nameTaken(checked.name());
        }
    }
}
