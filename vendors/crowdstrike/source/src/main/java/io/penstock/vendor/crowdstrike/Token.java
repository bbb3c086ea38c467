package io.penstock.vendor.crowdstrike;

import io.penstock.source.Secret;

import java.time.Duration;
import java.time.Instant;

/** A bearer token and when it ends. */
record Token(Secret value, Instant ends) {

    /** A page may take minutes; a token that dies on the way costs the page. */
    private static final Duration RESERVE = Duration.ofMinutes(3);

    boolean lasts(Instant now) {
        return now.plus(RESERVE).isBefore(ends);
    }
}
