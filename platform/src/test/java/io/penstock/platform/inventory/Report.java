package io.penstock.platform.inventory;

import io.penstock.core.finding.FindingKey;
import io.penstock.core.finding.FindingStatus.SourceStatus;
import io.penstock.core.identify.StableId;
import io.penstock.platform.inventory.MappedFinding.Keys;
import io.penstock.platform.inventory.MappedFinding.State;
import io.penstock.platform.inventory.MappedFinding.Words;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What a vendor says of a finding in a test; days are those of March 2024.
 *
 * @param day of the vendor's change, and of the last sighting
 * @param first day of the first sighting
 */
record Report(
        String id,
        String host,
        @Nullable String cve,
        SourceStatus status,
        int day,
        int first,
        int severity,
        @Nullable Integer port,
        @Nullable String vendorId) {

    private static final Instant MARCH = Instant.parse("2024-03-01T00:00:00Z");

    static Report of(String id, String host, String cve, SourceStatus status, int day) {
        return new Report(id, host, cve, status, day, Math.min(day, 1), 3, null, null);
    }

    static Instant march(int day) {
        return MARCH.plus(Duration.ofDays(day - 1L));
    }

    Report firstFound(int other) {
        return new Report(id, host, cve, status, day, other, severity, port, vendorId);
    }

    Report on(int other) {
        return new Report(id, host, cve, status, day, first, severity, other, vendorId);
    }

    Report graded(int other) {
        return new Report(id, host, cve, status, day, first, other, port, vendorId);
    }

    Report called(String other) {
        return new Report(id, host, cve, status, day, first, severity, port, other);
    }

    String title() {
        return cve == null ? "a check" : cve;
    }

    UUID vulnerabilityKey() {
        return new StableId().with(title()).take();
    }

    MappedFinding mapped(int index, UUID source) {
        var ids = new StableId();
        return new MappedFinding(
                index,
                ids.with("finding").with(source).with(id).take(),
                hostId(source, host),
                march(day),
                ids.with(toString()).take(),
                vulnerabilityKey(),
                null,
                new State(status, severity, false, march(first), march(day)),
                new Words(id, "", "", ""),
                new Keys(new FindingKey().of(cve, vendorId, title(), id), port, null, vendorId));
    }

    static UUID hostId(UUID source, String host) {
        return new StableId().with("host").with(source).with(host).take();
    }
}
