package io.penstock.core.identity;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What identifies one host: normalised values without junk, and what was left out. Equal raw values
 * in any order give equal identifiers.
 *
 * <p>Example: the serial number {@code 7xk-2l93} with the maker {@code Dell Inc.} becomes {@code
 * 7XK2L93 (dell)}; {@code To be filled by O.E.M.} is ignored.
 *
 * @param values per identifier its distinct values, sorted; no empty lists
 * @param ignored what was left out, sorted
 */
public record Identifiers(Map<Identifier, List<String>> values, List<IgnoredValue> ignored) {

    public Identifiers {
        var copy = new EnumMap<Identifier, List<String>>(Identifier.class);
        values.forEach((identifier, list) -> copy.put(identifier, List.copyOf(list)));
        copy.values().removeIf(List::isEmpty);
        values = Collections.unmodifiableMap(copy);
        ignored = List.copyOf(ignored);
    }

    /** Normalises what a source says of a host; see docs/operations/identification.md. */
    public static Identifiers of(Map<HostAttribute, List<String>> raw) {
        var collected = new Collected(raw);
        CloudInstances.read(collected);
        HardwareUuids.read(collected);
        SerialNumbers.read(collected);
        HostNames.read(collected);
        NetworkAddresses.read(collected);
        return collected.identifiers();
    }
}
