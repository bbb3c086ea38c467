package io.penstock.platform.map;

import org.jspecify.annotations.Nullable;

/**
 * Which maps a list holds.
 *
 * @param connector of this connector only, or null
 * @param system the vendors' own or the others only, or null
 * @param name a part of the name in any case, or empty
 */
public record MapFilter(@Nullable String connector, @Nullable Boolean system, String name) {}
