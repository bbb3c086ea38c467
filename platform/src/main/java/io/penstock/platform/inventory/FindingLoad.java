package io.penstock.platform.inventory;

import io.penstock.core.finding.FindingStatus;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Loads the findings of one page: looks up keys and hashes, decides in memory, writes the
 * difference with COPY. An unchanged page costs one look-up and no write.
 */
@Component
public class FindingLoad {

    private static final String STORED =
            """
            select finding_id, content_hash, changed_at, changed_run, status, expired, first_found,
                fixed_at, reopened_at
            from finding where tenant_id = ? and finding_id = any (?)
            """;

    private final TextStore texts;
    private final FindingHosts hosts;
    private final FindingRows rows;

    FindingLoad(TextStore texts, FindingHosts hosts, FindingRows rows) {
        this.texts = texts;
        this.hosts = hosts;
        this.rows = rows;
    }

    /**
     * A finding to write.
     *
     * @param before its status in the database; null when it is new there
     */
    record Write(MappedFinding finding, FindingState state, @Nullable FindingStatus before) {}

    public LoadResult load(Connection connection, LoadContext context, FindingPage page)
            throws SQLException {
        LoadLock.take(connection, context);
        var resolved = hosts.resolve(connection, context, page.hosts());
        var rejected = new ArrayList<>(page.rejected());
        var stored = stored(connection, context, page.findings());
        var writes = new LinkedHashMap<UUID, Write>();
        var tally = new Tally();
        for (var finding : page.findings()) {
            var refusal = resolved.refused().get(finding.hostId());
            if (refusal == null) {
                decide(finding, context, stored, writes, tally);
            } else {
                rejected.add(rejectedWithHost(finding, refusal));
            }
        }
        write(connection, context, page, resolved.assets(), writes);
        return new LoadResult(tally.ledger(rejected.size()), rejected);
    }

    private static RejectedRecord rejectedWithHost(MappedFinding finding, String refusal) {
        return new RejectedRecord(
                finding.index(),
                finding.words().externalId(),
                "host",
                "the record of its host was rejected: " + refusal);
    }

    private static void decide(
            MappedFinding finding,
            LoadContext context,
            Map<UUID, StoredFinding> stored,
            Map<UUID, Write> writes,
            Tally tally) {
        var id = finding.findingId();
        var old = stored.get(id);
        if (old != null && old.contentHash().equals(finding.contentHash())) {
            tally.unchanged();
            return;
        }
        if (old != null && !old.olderThan(finding, context.runId())) {
            tally.superseded();
            return;
        }
        var state = old == null ? FindingState.first(finding) : FindingState.next(old, finding);
        var earlier = writes.get(id);
        var before = earlier != null ? earlier.before() : old == null ? null : old.status();
        writes.put(id, new Write(finding, state, before));
        stored.put(id, asStored(finding, state, context.runId()));
        if (old == null) {
            tally.created();
        } else {
            tally.updated();
        }
    }

    private static StoredFinding asStored(MappedFinding finding, FindingState state, long runId) {
        return new StoredFinding(
                finding.contentHash(),
                finding.changedAt(),
                runId,
                state.status(),
                state.expired(),
                state.firstFound(),
                state.fixedAt(),
                state.reopenedAt());
    }

    private void write(
            Connection connection,
            LoadContext context,
            FindingPage page,
            Map<UUID, UUID> assets,
            Map<UUID, Write> writes)
            throws SQLException {
        if (writes.isEmpty()) {
            return;
        }
        var wanted = new HashMap<UUID, VulnerabilityText>();
        var remedies = new HashMap<UUID, String>();
        for (var write : writes.values()) {
            var key = write.finding().vulnerabilityKey();
            wanted.computeIfAbsent(key, page.vulnerabilities()::get);
            var remedy = write.finding().remediationKey();
            if (remedy != null) {
                remedies.computeIfAbsent(remedy, page.remediations()::get);
            }
        }
        var keys =
                new FindingRows.Keys(
                        assets,
                        texts.vulnerabilities(connection, context.tenantId(), wanted),
                        texts.remediations(connection, context.tenantId(), remedies));
        rows.write(connection, context, keys, List.copyOf(writes.values()));
    }

    private static Map<UUID, StoredFinding> stored(
            Connection connection, LoadContext context, List<MappedFinding> findings)
            throws SQLException {
        var found = new HashMap<UUID, StoredFinding>(findings.size() * 2);
        try (var select = connection.prepareStatement(STORED)) {
            select.setInt(1, context.tenantId());
            var ids = findings.stream().map(MappedFinding::findingId).toArray();
            select.setArray(2, connection.createArrayOf("uuid", ids));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getObject(1, UUID.class), storedFinding(rows));
                }
            }
        }
        return found;
    }

    private static StoredFinding storedFinding(ResultSet row) throws SQLException {
        return new StoredFinding(
                row.getObject(2, UUID.class),
                row.getTimestamp(3).toInstant(),
                row.getLong(4),
                FindingStatus.of(row.getInt(5)),
                row.getBoolean(6),
                row.getTimestamp(7).toInstant(),
                instant(row.getTimestamp(8)),
                instant(row.getTimestamp(9)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
