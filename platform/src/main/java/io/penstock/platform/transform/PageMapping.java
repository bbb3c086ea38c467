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
import java.util.function.Function;

/** Applies a stream's map to the records of one page, whatever they are about. One thread. */
final class PageMapping {

    /** Stands for the field of a record that cannot be read at all. */
    static final String WHOLE_RECORD = "record";

    /** Most characters of a key: the tables take no more. */
    private static final int KEY_MAX = 512;

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
        var hostKey = plan.hostKey(values);
        var fault = keyFault(plan, recordKey, hostKey);
        if (fault.isPresent()) {
            return reject(index, recordKey, fault.get().field(), fault.get().reason());
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

    /** Why a record cannot be told from others, or said to be of a host. */
    static Optional<Rejected> keyFault(
            StreamPlan plan, String recordKey, Optional<String> hostKey) {
        var keyPath = plan.spec().recordKey().toString();
        if (recordKey.isEmpty()) {
            return Optional.of(new Rejected(keyPath, "the record has no id"));
        }
        if (recordKey.length() > KEY_MAX) {
            return Optional.of(new Rejected(keyPath, tooLong(recordKey)));
        }
        var hostPaths = plan.spec().hostKeys().toString();
        if (hostKey.isEmpty()) {
            return Optional.of(
                    new Rejected(hostPaths, "the record does not say which host it is about"));
        }
        return hostKey.filter(key -> key.length() > KEY_MAX)
                .map(key -> new Rejected(hostPaths, tooLong(key)));
    }

    private static String tooLong(String key) {
        return "the key has %d characters, at most %d".formatted(key.length(), KEY_MAX);
    }

    /** Notes a record that could not be read. */
    void refuse(int index, String reason) {
        rejected.add(new RejectedRecord(index, "", WHOLE_RECORD, reason));
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

    /** Tells records of hosts apart; several may be of one host. */
    UUID hostRecordId(String recordKey) {
        return ids.with("host record").with(connection).with(recordKey).take();
    }

    /** The ids of the rejected records whose keys are known. */
    List<UUID> rejectedIds(Function<String, UUID> id) {
        return rejected.stream()
                .map(RejectedRecord::recordKey)
                .filter(key -> !key.isEmpty() && key.length() <= KEY_MAX)
                .map(id)
                .toList();
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
