package io.penstock.platform.identity;

import io.penstock.core.identity.IdentificationLog;
import io.penstock.core.identity.Reconciliation.Chosen;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.platform.identity.AssetIdentity.SourceRecord;
import io.penstock.platform.identity.AssetIdentity.Times;
import io.penstock.platform.identity.AssetIdentity.Value;
import io.penstock.platform.identity.IdentityView.Named;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Explains assets: their records side by side, origins, rules, history and decisions. */
@Component
public class AssetIdentities {

    private static final int HISTORY_MAX = 100;
    private static final int DECISIONS_MAX = 500;
    private static final Comparator<StoredHost> CANONICAL =
            Comparator.comparing((StoredHost row) -> row.version().firstSeen())
                    .thenComparing(StoredHost::hostId);

    private final HostStore hosts;
    private final Reidentification identification;
    private final IdentityView view;
    private final DecisionTable decisions;
    private final JdbcTemplate template;

    AssetIdentities(
            HostStore hosts,
            Reidentification identification,
            IdentityView view,
            DecisionTable decisions,
            JdbcTemplate template) {
        this.hosts = hosts;
        this.identification = identification;
        this.view = view;
        this.decisions = decisions;
        this.template = template;
    }

    /**
     * @param id of an asset, or of a record, which may have been an asset once
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<AssetIdentity> of(int tenantId, UUID id) {
        return view.assetOf(tenantId, id)
                .map(asset ->
                        template.execute(
                                (ConnectionCallback<AssetIdentity>)
                                        connection -> explained(connection, tenantId, asset)));
    }

    private AssetIdentity explained(Connection connection, int tenantId, UUID asset)
            throws SQLException {
        var found =
                identification.explained(
                        connection, tenantId, hosts.idsOf(connection, tenantId, List.of(asset)));
        var rows =
                hosts.ofAssets(connection, tenantId, List.of(asset)).stream()
                        .sorted(CANONICAL)
                        .toList();
        var ids = rows.stream().map(StoredHost::hostId).toList();
        var names = view.names(connection, tenantId, ids);
        var values = AssetValues.of(asset, rows);
        return new AssetIdentity(
                asset,
                rows.stream().map(row -> record(row, names)).toList(),
                values.chosen().entrySet().stream().map(e -> value(e, rows)).toList(),
                logs(found, ids),
                view.moves(connection, tenantId, ids, HISTORY_MAX),
                counting(decisions.list(tenantId, ids, false, Long.MAX_VALUE, DECISIONS_MAX)));
    }

    /** Of each pair the last one: it overrides those before it. */
    private static List<IdentityDecision> counting(List<IdentityDecision> newestFirst) {
        var pairs = new HashSet<Set<UUID>>();
        return newestFirst.stream()
                .filter(decision -> pairs.add(Set.of(decision.recordA(), decision.recordB())))
                .toList();
    }

    private static List<IdentificationLog> logs(Assignment found, List<UUID> ids) {
        var logs = found.logs(ids);
        var inOrder = new ArrayList<IdentificationLog>();
        for (var id : ids) {
            var log = logs.get(id);
            if (log != null) {
                inOrder.add(log);
            }
        }
        return inOrder;
    }

    private static SourceRecord record(StoredHost row, Map<UUID, Named> names) {
        var named = names.get(row.hostId());
        if (named == null) {
            throw new IllegalStateException("record " + row.hostId() + " has no connection");
        }
        var version = row.version();
        return new SourceRecord(
                row.hostId(),
                named.source(),
                row.source().recordKey(),
                row.source().minimal(),
                new Times(version.changedAt(), version.firstSeen(), version.lastSeen()),
                named.run(),
                version.mapVersion(),
                row.attributes());
    }

    private static Value value(Map.Entry<String, Chosen> entry, List<StoredHost> rows) {
        var key = entry.getKey();
        var from = entry.getValue().origin().hostId();
        var chosen = entry.getValue().value();
        var others = new LinkedHashMap<UUID, Object>();
        for (var row : rows) {
            var said = row.attributes().get(key);
            if (said != null && !row.hostId().equals(from)) {
                others.put(row.hostId(), said);
            }
        }
        return new Value(
                key,
                TargetAttribute.find(key).map(TargetAttribute::label).orElse(key),
                chosen instanceof List<?> ? chosen : chosen.toString(),
                from,
                others);
    }
}
