package io.penstock.core.finding;

import io.penstock.core.finding.SourceRecord.Port;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/**
 * Brings the records of one asset and one class together to findings, and their values to one (etm
 * 5.8): first found is the earliest, last found the latest, status and texts are those of the
 * record that was found last. A function of the records: their order does not matter.
 *
 * @param findingId the id of its first record, by first found and id
 * @param records ids, in that order
 * @param speaker the record whose status, severity and texts count
 * @param suppressed all sources say so; likewise {@code expired}
 * @param missingSince since when no source reports it any more
 */
public record FindingMerge(
        UUID findingId,
        List<UUID> records,
        UUID speaker,
        Instant firstFound,
        Instant lastFound,
        boolean suppressed,
        boolean expired,
        @Nullable Instant missingSince) {

    public FindingMerge {
        records = List.copyOf(records);
    }

    /**
     * The findings of one class.
     *
     * @param key the class, see {@link FindingKey}: in the class of a CVE, different ports or
     *     protocols are different findings, and a record that names none joins the only one there
     *     is
     */
    public static List<FindingMerge> of(long key, Collection<SourceRecord> records) {
        var canonical = records.stream().sorted(SourceRecord.CANONICAL).toList();
        if (!FindingKey.byPort(key)) {
            return canonical.isEmpty() ? List.of() : List.of(merged(canonical));
        }
        var ports = new Ports(canonical);
        var byPort = new LinkedHashMap<Port, List<SourceRecord>>();
        for (var record : canonical) {
            byPort.computeIfAbsent(ports.of(record), _ -> new ArrayList<>()).add(record);
        }
        return byPort.values().stream().map(FindingMerge::merged).toList();
    }

    private static FindingMerge merged(List<SourceRecord> canonical) {
        var speaker = canonical.stream().min(SourceRecord.BY_WEIGHT).orElseThrow();
        return new FindingMerge(
                canonical.getFirst().id(),
                canonical.stream().map(SourceRecord::id).toList(),
                speaker.id(),
                canonical.getFirst().firstFound(),
                speaker.lastFound(),
                canonical.stream().allMatch(SourceRecord::suppressed),
                canonical.stream().allMatch(SourceRecord::expired),
                missingSince(canonical));
    }

    private static @Nullable Instant missingSince(List<SourceRecord> records) {
        Instant latest = null;
        for (var record : records) {
            var since = record.missingSince();
            if (since == null) {
                return null;
            }
            if (latest == null || since.isAfter(latest)) {
                latest = since;
            }
        }
        return latest;
    }
}
