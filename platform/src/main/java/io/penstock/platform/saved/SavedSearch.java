package io.penstock.platform.saved;

import io.penstock.platform.search.Searched;

import java.time.Instant;
import java.util.UUID;

/**
 * A search that somebody keeps.
 *
 * @param by name of its owner
 * @param own the asker is its owner
 */
public record SavedSearch(
        UUID uuid, Searched over, Text text, String by, boolean own, Times times) {

    /**
     * What its owner wrote.
     *
     * @param query text of the query language; blank means all
     * @param shared everybody of the tenant sees it
     */
    public record Text(String name, String query, boolean shared) {}

    public record Times(Instant createdAt, Instant changedAt) {}
}
