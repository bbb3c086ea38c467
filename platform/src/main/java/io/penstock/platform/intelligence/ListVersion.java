package io.penstock.platform.intelligence;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What a file says of itself.
 *
 * @param version of the model or catalogue, or empty
 * @param date of its facts; null when it does not say
 */
record ListVersion(String version, @Nullable LocalDate date) {

    static final ListVersion UNKNOWN = new ListVersion("", null);
}
