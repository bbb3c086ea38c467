package io.penstock.platform.identity;

import static io.penstock.core.schema.TargetAttribute.ASSET_FIRST_SEEN_ON;
import static io.penstock.core.schema.TargetAttribute.ASSET_LAST_SEEN_ON;
import static io.penstock.core.schema.TargetAttribute.ASSET_NAME;
import static io.penstock.core.schema.TargetAttribute.EXTERNAL_ASSET_ID;
import static io.penstock.core.schema.TargetAttribute.IP_ADDRESS;

import io.penstock.core.identity.Reconciliation;
import io.penstock.core.identity.Reconciliation.Chosen;
import io.penstock.core.identity.Reconciliation.Origin;
import io.penstock.core.identity.Reconciliation.SourceValues;
import io.penstock.core.schema.TargetAttribute;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/**
 * What an asset is, as its records together say.
 *
 * @param rows its records in canonical order
 * @param chosen by target key
 */
record AssetValues(UUID assetId, List<StoredHost> rows, SortedMap<String, Chosen> chosen) {

    AssetValues {
        rows = List.copyOf(rows);
    }

    static AssetValues of(UUID assetId, List<StoredHost> rows) {
        var said = rows.stream().map(AssetValues::said).toList();
        return new AssetValues(assetId, rows, Reconciliation.of(said));
    }

    private static SourceValues said(StoredHost row) {
        var version = row.version();
        return new SourceValues(
                new Origin(row.hostId(), version.changedRun(), version.mapVersion()),
                row.source().trust(),
                version.changedAt(),
                timed(row.attributes()));
    }

    /** Times are compared as times. */
    private static Map<String, Object> timed(Map<String, Object> attributes) {
        var timed = new HashMap<>(attributes);
        for (var attribute : List.of(ASSET_FIRST_SEEN_ON, ASSET_LAST_SEEN_ON)) {
            timed.computeIfPresent(attribute.key(), (_, text) -> Instant.parse(text.toString()));
        }
        return timed;
    }

    String text(TargetAttribute attribute) {
        var value = chosen.get(attribute.key());
        return value == null ? "" : value.value().toString();
    }

    List<String> texts(TargetAttribute attribute) {
        var value = chosen.get(attribute.key());
        return value != null && value.value() instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The name a person sees: the host name, else its first address, else its key (etm 5.1). */
    String name() {
        var name = text(ASSET_NAME);
        var addresses = texts(IP_ADDRESS);
        if (!name.isBlank()) {
            return name;
        }
        return addresses.isEmpty() || minimal() ? externalAssetId() : addresses.getFirst();
    }

    /** A record that only findings speak of is known by its key alone. */
    String externalAssetId() {
        var id = text(EXTERNAL_ASSET_ID);
        return id.isBlank() ? rows.getFirst().source().recordKey() : id;
    }

    boolean minimal() {
        return rows.stream().allMatch(row -> row.source().minimal());
    }

    Instant firstSeen() {
        return rows.stream()
                .map(row -> row.version().firstSeen())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    Instant lastSeen() {
        return rows.stream()
                .map(row -> row.version().lastSeen())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    long createdRun() {
        return rows.stream().mapToLong(row -> row.version().createdRun()).min().orElseThrow();
    }

    long changedRun() {
        return rows.stream().mapToLong(row -> row.version().changedRun()).max().orElseThrow();
    }

    /** Where each value comes from; nothing while all come from the one record. */
    @Nullable SortedMap<String, Chosen> origins() {
        return rows.size() == 1 ? null : chosen;
    }
}
