package io.penstock.wire;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * What the platform wants an engine that waits to do.
 *
 * @param check a connection test somebody asked for, or null
 * @param run a run somebody asked for, or null
 * @param newKey true when the engine's own key is to be replaced; null from an older platform
 */
public record Orders(@Nullable UUID check, @Nullable RunOrder run, @Nullable Boolean newKey) {

    /** Nothing to do. */
    public static final Orders NONE = new Orders(null, null, null);

    /**
     * @param order its id, to take it with
     * @param full whether everything is to be read
     */
    public record RunOrder(UUID order, boolean full) {}
}
