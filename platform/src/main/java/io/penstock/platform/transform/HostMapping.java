package io.penstock.platform.transform;

import io.penstock.core.transform.RecordValues;
import io.penstock.platform.inventory.MappedHost;
import io.penstock.platform.inventory.RejectedRecord;
import io.penstock.platform.inventory.RunSeen;
import io.penstock.platform.transform.PageMapping.Identified;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The hosts of one page. */
final class HostMapping implements PageReader.RecordSink {

    private final StreamPlan plan;
    private final PageMapping mapping;
    private final List<MappedHost> hosts = new ArrayList<>();
    private final Map<UUID, String> refused = new HashMap<>();
    private final List<UUID> reported = new ArrayList<>();

    HostMapping(StreamPlan plan, UUID connection) {
        this.plan = plan;
        this.mapping = new PageMapping(plan, connection);
    }

    @Override
    public void take(int index, RecordValues values) {
        mapping.map(index, values).ifPresentOrElse(this::add, () -> noteRejected(values));
    }

    private void add(Identified host) {
        var id = mapping.hostId(host.hostKey());
        reported.add(id);
        hosts.add(
                new MappedHost(
                        host.index(), id, host.recordKey(), host.changedAt(), host.target()));
    }

    private void noteRejected(RecordValues values) {
        var reason = mapping.rejected().getLast();
        plan.hostKey(values)
                .map(mapping::hostId)
                .ifPresent(id -> {
                    reported.add(id);
                    refused.put(id, reason.field() + ": " + reason.reason());
                });
    }

    @Override
    public void refuse(int index, String reason) {
        mapping.refuse(index, reason);
    }

    List<MappedHost> hosts() {
        return hosts;
    }

    /** Hosts whose record was rejected and that no other record of the page brings. */
    Map<UUID, String> refused() {
        hosts.forEach(h -> refused.remove(h.hostId()));
        return refused;
    }

    /** The ids of all hosts and of their records, rejected or not, where the keys are known. */
    Map<RunSeen.Kind, Collection<UUID>> reported() {
        var records = new ArrayList<>(mapping.rejectedIds(mapping::hostRecordId));
        hosts.forEach(host -> records.add(mapping.hostRecordId(host.recordKey())));
        return Map.of(RunSeen.Kind.HOST, reported, RunSeen.Kind.HOST_RECORD, records);
    }

    int warnings() {
        return mapping.warnings();
    }

    List<RejectedRecord> rejected() {
        return mapping.rejected();
    }
}
