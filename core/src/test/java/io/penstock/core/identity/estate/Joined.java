package io.penstock.core.identity.estate;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Ids that hang together. */
final class Joined {

    private final Map<UUID, UUID> parents = new HashMap<>();

    void join(UUID one, UUID other) {
        parents.put(root(one), root(other));
    }

    /** The same for all that hang together. */
    UUID root(UUID id) {
        var at = id;
        for (var up = parents.get(at); up != null && !up.equals(at); up = parents.get(at)) {
            at = up;
        }
        return at;
    }
}
