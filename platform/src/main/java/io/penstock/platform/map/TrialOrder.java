package io.penstock.platform.map;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * What somebody wants to see before it happens: one map, some records.
 *
 * @param connector whose records these are
 * @param stream of the connector
 */
public record TrialOrder(String connector, String stream, MapText map, Records records) {

    /** Which map. */
    public sealed interface MapText {}

    /**
     * @param version null for the newest
     */
    public record SavedMap(UUID map, @Nullable Integer version) implements MapText {}

    /** One that is not saved. */
    public record Draft(MapFile file) implements MapText {}

    /** Which records. */
    public sealed interface Records {}

    /** One record as text. */
    public record Pasted(String json) implements Records {}

    /** One record of a stored page. */
    public record Stored(UUID run, int slice, long sequence, int index) implements Records {}

    /** Some records that are stored, chosen by chance. */
    public record Chance(UUID connection, int count) implements Records {}
}
