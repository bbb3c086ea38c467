package io.penstock.platform.inventory;

import static java.util.stream.Collectors.toSet;

import io.penstock.core.finding.FindingStatus;
import io.penstock.platform.inventory.FindingPage.SpokenHost;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Loads the findings of one page: looks up keys and hashes, decides in memory, writes the
 * difference with COPY. An unchanged page costs one look-up and no write.
 */
@Component
public class FindingLoad {

    private final TextStore texts;
    private final FindingHosts hosts;
    private final FindingRows rows;
    private final StoredFindings stored;

    FindingLoad(TextStore texts, FindingHosts hosts, FindingRows rows, StoredFindings stored) {
        this.texts = texts;
        this.hosts = hosts;
        this.rows = rows;
        this.stored = stored;
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
        var hashes = stored.hashes(connection, context, page.findings());
        var tally = new Tally();
        var different = new ArrayList<MappedFinding>();
        for (var finding : page.findings()) {
            if (finding.contentHash().equals(hashes.get(finding.findingId()))) {
                tally.unchanged();
            } else {
                different.add(finding);
            }
        }
        var rejected = new ArrayList<>(page.rejected());
        if (!different.isEmpty()) {
            load(connection, context, page, different, hashes.keySet(), tally, rejected);
        }
        return new LoadResult(tally.ledger(rejected.size()), rejected);
    }

    /** Writes what differs; an unchanged finding's host was known when it was stored. */
    private void load(
            Connection connection,
            LoadContext context,
            FindingPage page,
            List<MappedFinding> different,
            Set<UUID> storedIds,
            Tally tally,
            List<RejectedRecord> rejected)
            throws SQLException {
        var resolved = hosts.resolve(connection, context, hostsOf(different, page));
        var changed = different.stream().map(MappedFinding::findingId).collect(toSet());
        changed.retainAll(storedIds);
        var known = stored.states(connection, context, changed);
        var writes = new LinkedHashMap<UUID, Write>();
        for (var finding : different) {
            var refusal = resolved.refused().get(finding.hostId());
            if (refusal == null) {
                decide(finding, context, known, writes, tally);
            } else {
                rejected.add(rejectedWithHost(finding, refusal));
            }
        }
        write(connection, context, page, resolved.assets(), writes);
    }

    private static Map<UUID, SpokenHost> hostsOf(List<MappedFinding> findings, FindingPage page) {
        var spoken = new HashMap<>(page.hosts());
        spoken.keySet().retainAll(findings.stream().map(MappedFinding::hostId).collect(toSet()));
        return spoken;
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
        if (old != null && !old.olderThan(finding, context)) {
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
}
