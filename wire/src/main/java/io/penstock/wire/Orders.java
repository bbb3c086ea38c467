package io.penstock.wire;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * What the platform wants an engine that waits to do.
 *
 * @param check a connection test somebody asked for, or null
 */
public record Orders(@Nullable UUID check) {}
