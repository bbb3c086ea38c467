package io.penstock.platform.export;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/**
 * One named value of a record. The name is the same in every format, and is kept for good.
 *
 * @param name with dots where JSON nests, such as {@code origin.vendorName}
 * @param value text, whole or decimal number, truth, time, id, list of texts, or map of them; null
 *     when the record has none
 */
record Column<T>(String name, Function<T, @Nullable Object> value) {}
