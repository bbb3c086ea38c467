package io.penstock.platform.transform;

import io.penstock.core.identify.StableId;
import io.penstock.core.transform.RecordValues;
import io.penstock.core.transform.TargetRecord;
import io.penstock.core.transform.Transformed.Mapped;
import io.penstock.core.transform.Transformed.Rejected;
import io.penstock.core.value.VendorTime;
import io.penstock.platform.inventory.RejectedRecord;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Applies a stream's map to the records of one page, whatever they are about. One thread. */
final class PageMapping {

    private final StreamPlan plan;
    private final UUID connection;
    private final StableId ids = new StableId();
    private final List<RejectedRecord> rejected = new ArrayList<>();
    private int warnings;

    PageMapping(StreamPlan plan, UUID connection) {
        this.plan = plan;
        this.connection = connection;
    }

    /** A mapped record with what identifies it. */
    record Identified(
            int index, String recordKey, String hostKey, Instant changedAt, TargetRecord target) {}

    /** Maps one record; a rejected one is noted and gives nothing. */
    Optional<Identified> map(int index, RecordValues values) {
        var recordKey = plan.recordKey(values);
        if (recordKey.isEmpty()) {
            return reject(
                    index, recordKey, plan.spec().recordKey().toString(), "the record has no id");
        }
        var hostKey = plan.hostKey(values);
        if (hostKey.isEmpty()) {
            var paths = plan.spec().hostKeys().toString();
            return reject(
                    index, recordKey, paths, "the record does not say which host it is about");
        }
        return switch (plan.map().transform(values)) {
            case Rejected(var field, var reason) -> reject(index, recordKey, field, reason);
            case Mapped(var target, var warned) -> {
                warnings += warned.size();
                var changedAt = changedAt(plan.changedAt(values));
                yield Optional.of(
                        new Identified(index, recordKey, hostKey.get(), changedAt, target));
            }
        };
    }

    Optional<Identified> reject(int index, String recordKey, String field, String reason) {
        rejected.add(new RejectedRecord(index, recordKey, field, reason));
        return Optional.empty();
    }

    UUID hostId(String hostKey) {
        return ids.with("host").with(connection).with(hostKey).take();
    }

    UUID findingId(String recordKey) {
        return ids.with("finding").with(connection).with(recordKey).take();
    }

    StableId ids() {
        return ids;
    }

    List<RejectedRecord> rejected() {
        return rejected;
    }

    /** Values that no value map knew and that went through all the same (B-12). */
    int warnings() {
        return warnings;
    }

    /** A record without a readable time is older than any that has one. */
    private static Instant changedAt(String text) {
        return VendorTime.parse(text).orElse(Instant.EPOCH);
    }
}
