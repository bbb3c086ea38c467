package io.penstock.core.identity.estate;

import java.util.Map;
import java.util.TreeMap;

/** A value that changes; times in hours. */
final class Timeline<T> {

    private final TreeMap<Integer, T> values = new TreeMap<>();

    private Timeline() {}

    static <T> Timeline<T> always(T value) {
        return new Timeline<T>().from(Integer.MIN_VALUE, value);
    }

    Timeline<T> from(int hour, T value) {
        values.put(hour, value);
        return this;
    }

    T at(int hour) {
        return values.floorEntry(hour).getValue();
    }

    Map<Integer, T> changes() {
        return values;
    }
}
