package io.penstock.platform.identity;

import java.util.List;
import java.util.UUID;

/** What a person wants to be one machine, or two. */
public sealed interface DecisionOrder {

    /** Two assets are one machine. */
    record Merge(UUID one, UUID other) implements DecisionOrder {}

    /** Some records of an asset are another machine than the rest. */
    record Split(UUID asset, List<UUID> records) implements DecisionOrder {

        public Split {
            records = List.copyOf(records);
        }
    }

    /** Two records are one machine, whatever they say. */
    record Pin(UUID one, UUID other) implements DecisionOrder {}

    /** Two records are two machines, whatever they say. */
    record Forbid(UUID one, UUID other) implements DecisionOrder {}
}
