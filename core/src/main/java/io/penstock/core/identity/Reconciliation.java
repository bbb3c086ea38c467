package io.penstock.core.identity;

import io.penstock.core.schema.TargetAttribute;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One asset's values out of its records: per attribute the more trusted source, then the newer
 * record, wins. A list is one value: it comes from one record. First seen is the earliest and last
 * seen the latest of all.
 *
 * <p>Example: a scanner with trust 200 has read the name {@code web-1.corp} today, an agent with
 * trust 100 the name {@code web-1} last week; the asset is {@code web-1}, from the agent.
 */
public final class Reconciliation {

    private static final String FIRST_SEEN = TargetAttribute.ASSET_FIRST_SEEN_ON.key();
    private static final String LAST_SEEN = TargetAttribute.ASSET_LAST_SEEN_ON.key();

    private static final Comparator<SourceValues> BEST_FIRST =
            Comparator.comparingInt(SourceValues::trust)
                    .thenComparing(Comparator.comparing(SourceValues::changedAt).reversed())
                    .thenComparing(record -> record.origin().hostId());

    private Reconciliation() {}

    /**
     * Where a value comes from.
     *
     * @param mapVersion the version of the transform map that made it
     */
    public record Origin(UUID hostId, long runId, int mapVersion) {}

    /**
     * What one record says.
     *
     * @param trust lower is more
     * @param changedAt the time of the record's content, by the source's clock
     * @param values by the target attribute's key; an absent attribute, an empty text and an empty
     *     list say nothing; {@code assetFirstSeenOn} and {@code assetLastSeenOn} are {@link
     *     Instant}s
     */
    public record SourceValues(
            Origin origin, int trust, Instant changedAt, Map<String, Object> values) {
        public SourceValues {
            values = Map.copyOf(values);
        }
    }

    /** A value and where it comes from. */
    public record Chosen(Object value, Origin origin) {}

    /** The asset's values by the attribute's key. The order of the records does not matter. */
    public static SortedMap<String, Chosen> of(Collection<SourceValues> records) {
        var chosen = new TreeMap<String, Chosen>();
        for (var record : records.stream().sorted(BEST_FIRST).toList()) {
            record.values().forEach((key, value) -> add(chosen, key, value, record.origin()));
        }
        return chosen;
    }

    private static void add(
            SortedMap<String, Chosen> chosen, String key, Object value, Origin origin) {
        if (saysNothing(value)) {
            return;
        }
        var held = chosen.get(key);
        if (held == null || beats(key, value, held.value())) {
            chosen.put(key, new Chosen(value, origin));
        }
    }

    /** Records come best first, so that only the earliest and the latest can still win. */
    private static boolean beats(String key, Object value, Object held) {
        if (value instanceof Instant time && held instanceof Instant other) {
            return (key.equals(FIRST_SEEN) && time.isBefore(other))
                    || (key.equals(LAST_SEEN) && time.isAfter(other));
        }
        return false;
    }

    private static boolean saysNothing(Object value) {
        return switch (value) {
            case CharSequence text -> text.isEmpty();
            case Collection<?> list -> list.isEmpty();
            default -> false;
        };
    }
}
