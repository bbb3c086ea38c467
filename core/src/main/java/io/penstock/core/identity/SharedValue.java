package io.penstock.core.identity;

import java.util.List;
import java.util.UUID;

/**
 * One value that several machines carry, so that it cannot say which one it is.
 *
 * @param rule key of the rule that does not count for it
 * @param value as in the log, such as {@code serial number 0123ABC}
 * @param holders how many records carry it
 * @param sample some of their ids, sorted
 * @param reason one sentence
 */
public record SharedValue(
        String rule, String value, int holders, List<UUID> sample, String reason) {

    public SharedValue {
        sample = List.copyOf(sample);
    }
}
