package io.penstock.platform.identity;

import io.penstock.core.identity.IdentificationLog;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Why an asset is what it is.
 *
 * @param records what each source says, in canonical order
 * @param values the asset's values with where each comes from, and what the others say
 * @param logs per record, the rules as they are tried now
 * @param history changes of the asset that records belong to, newest first
 * @param decisions of people that count now
 */
public record AssetIdentity(
        UUID asset,
        List<SourceRecord> records,
        List<Value> values,
        List<IdentificationLog> logs,
        List<Move> history,
        List<IdentityDecision> decisions) {

    public AssetIdentity {
        records = List.copyOf(records);
        values = List.copyOf(values);
        logs = List.copyOf(logs);
        history = List.copyOf(history);
        decisions = List.copyOf(decisions);
    }

    /**
     * @param record its id, by which decisions name it
     * @param recordKey the source's own key of it
     * @param run the run that brought its present content; null when it is not known any more
     */
    public record SourceRecord(
            UUID record,
            Source source,
            String recordKey,
            boolean minimal,
            Times times,
            @Nullable UUID run,
            int mapVersion,
            Map<String, Object> attributes) {}

    /**
     * @param trust the lower, the more its values count
     */
    public record Source(String connection, UUID connectionUuid, String label, int trust) {}

    /** By the source's clock. */
    public record Times(Instant changedAt, Instant firstSeen, Instant lastSeen) {}

    /**
     * @param attribute target key
     * @param value a text or a list of texts
     * @param record the record it comes from
     * @param others what other records say instead, by record
     */
    public record Value(
            String attribute, String label, Object value, UUID record, Map<UUID, Object> others) {}

    /**
     * @param cause {@code RUN}, {@code DECISION}, {@code RULES} or {@code REMOVAL}
     * @param run null for the other causes
     * @param log the rules as they were tried then
     */
    public record Move(
            UUID record,
            Instant at,
            String cause,
            @Nullable UUID run,
            @Nullable UUID from,
            UUID to,
            String sentence,
            Map<String, Object> log) {}
}
