package io.penstock.launcher.client;

import org.jspecify.annotations.Nullable;

/**
 * One page of rows to ask for.
 *
 * @param query text of the query language; blank means all
 * @param after {@link SearchAnswer.Page#next()} of the page before, or null for the first one
 * @param limit 1 to 500
 */
public record SearchRequest(String query, @Nullable String after, int limit) {}
