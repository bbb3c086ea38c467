package io.penstock.platform.search;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where the values of a finding come from.
 *
 * @param records that speak of it, last found first
 * @param values what the finding shows, each with the record that says so
 */
public record FindingLineage(UUID finding, List<RecordOrigin> records, List<ValueOrigin> values) {

    public FindingLineage {
        records = List.copyOf(records);
        values = List.copyOf(values);
    }

    /**
     * A record and the runs that wrote it.
     *
     * @param changedAt its version, by the vendor's own timestamp
     * @param created the run that brought it first; null when it is not known any more
     * @param changed the run that brought its present content; null likewise
     */
    public record RecordOrigin(
            UUID record,
            String connection,
            UUID connectionUuid,
            String externalFindingId,
            Instant changedAt,
            @Nullable RunOrigin created,
            @Nullable RunOrigin changed) {}

    /**
     * A run and the map that it wrote with.
     *
     * @param kind FULL, DELTA, REPLAY or UPLOAD
     */
    public record RunOrigin(UUID run, String kind, Instant openedAt, String map, int mapVersion) {}

    /**
     * @param attribute target key
     * @param record the first record that says the same; null for what follows from several
     */
    public record ValueOrigin(
            String attribute, String label, String value, @Nullable UUID record) {}
}
