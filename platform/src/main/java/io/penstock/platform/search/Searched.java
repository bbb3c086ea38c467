package io.penstock.platform.search;

/** What a query is over. */
public enum Searched {
    FINDINGS,
    ASSETS
}
