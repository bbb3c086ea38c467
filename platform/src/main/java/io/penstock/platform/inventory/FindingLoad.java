package io.penstock.platform.inventory;

import static java.util.stream.Collectors.toSet;

import io.penstock.platform.inventory.FindingHosts.Resolved;
import io.penstock.platform.inventory.FindingPage.SpokenHost;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
    private final SharedAssets shared;
    private final StoredFindings stored;
    private final RecordWrites writes;

    FindingLoad(
            TextStore texts,
            FindingHosts hosts,
            SharedAssets shared,
            StoredFindings stored,
            RecordWrites writes) {
        this.texts = texts;
        this.hosts = hosts;
        this.shared = shared;
        this.stored = stored;
        this.writes = writes;
    }

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
        shared.lock(connection, context.tenantId(), resolved.assets().values());
        var accepted = accepted(different, resolved, rejected);
        var changes = changes(connection, context, accepted, storedIds, tally);
        if (!changes.isEmpty()) {
            var ids = textIds(connection, context, page, changes);
            writes.write(connection, context, changes, resolved.assets(), ids);
        }
    }

    private static Map<UUID, SpokenHost> hostsOf(List<MappedFinding> findings, FindingPage page) {
        var spoken = new HashMap<>(page.hosts());
        spoken.keySet().retainAll(findings.stream().map(MappedFinding::hostId).collect(toSet()));
        return spoken;
    }

    private static List<MappedFinding> accepted(
            List<MappedFinding> findings, Resolved resolved, List<RejectedRecord> rejected) {
        var accepted = new ArrayList<MappedFinding>();
        for (var finding : findings) {
            var refusal = resolved.refused().get(finding.hostId());
            if (refusal == null) {
                accepted.add(finding);
            } else {
                rejected.add(rejectedWithHost(finding, refusal));
            }
        }
        return accepted;
    }

    private static RejectedRecord rejectedWithHost(MappedFinding finding, String refusal) {
        return new RejectedRecord(
                finding.index(),
                finding.words().externalId(),
                "host",
                "the record of its host was rejected: " + refusal);
    }

    private Collection<RecordChange> changes(
            Connection connection,
            LoadContext context,
            List<MappedFinding> findings,
            Set<UUID> storedIds,
            Tally tally)
            throws SQLException {
        var known = findings.stream().map(MappedFinding::findingId).collect(toSet());
        known.retainAll(storedIds);
        var changes = new LinkedHashMap<UUID, RecordChange>();
        for (var record : stored.records(connection, context, known).values()) {
            changes.put(record.row().id(), new RecordChange(record, context));
        }
        var absent = changes.values().stream().anyMatch(RecordChange::absent);
        var seenAt = absent ? stored.windowEnd(connection, context) : Instant.EPOCH;
        for (var finding : findings) {
            changes.computeIfAbsent(finding.findingId(), _ -> new RecordChange(null, context))
                    .take(finding, seenAt, tally);
        }
        return changes.values();
    }

    private TextIds textIds(
            Connection connection,
            LoadContext context,
            FindingPage page,
            Collection<RecordChange> changes)
            throws SQLException {
        var wanted = new HashMap<UUID, VulnerabilityText>();
        var remedies = new HashMap<UUID, String>();
        for (var change : changes) {
            var finding = change.newest();
            if (finding == null) {
                continue;
            }
            wanted.computeIfAbsent(finding.vulnerabilityKey(), page.vulnerabilities()::get);
            var remedy = finding.remediationKey();
            if (remedy != null) {
                remedies.computeIfAbsent(remedy, page.remediations()::get);
            }
        }
        return new TextIds(
                texts.vulnerabilities(connection, context.tenantId(), wanted),
                texts.remediations(connection, context.tenantId(), remedies));
    }
}
