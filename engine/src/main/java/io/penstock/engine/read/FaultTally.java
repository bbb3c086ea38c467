package io.penstock.engine.read;

import io.penstock.core.fault.Fault;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often which fault was met, repeated calls included. */
final class FaultTally {

    /** Codes are few; a vendor that makes them up must not fill the memory. */
    private static final int CODES_MAX = 50;

    private static final String OTHERS = "OTHERS";

    private final Map<String, Long> counts = new TreeMap<>();

    synchronized void met(Fault fault) {
        var known = counts.containsKey(fault.code()) || counts.size() < CODES_MAX;
        counts.merge(known ? fault.code() : OTHERS, 1L, Long::sum);
    }

    /** Such as {@code VENDOR_UNAVAILABLE 3, PAGE_INCOMPLETE 1}; {@code none}. */
    @Override
    public synchronized String toString() {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining(", "));
    }
}
