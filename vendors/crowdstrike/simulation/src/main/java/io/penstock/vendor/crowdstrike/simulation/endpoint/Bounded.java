package io.penstock.vendor.crowdstrike.simulation.endpoint;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers the results asked for latest. Two threads may work out the same result; nobody waits
 * for another's.
 */
final class Bounded<V> {

    private final Map<String, V> results;

    Bounded(int entriesMax) {
        this.results = new Latest<>(entriesMax);
    }

    V of(String key, Supplier<V> maker) {
        V known = known(key);
        if (known != null) {
            return known;
        }
        V made = maker.get();
        keep(key, made);
        return made;
    }

    @Nullable V known(String key) {
        synchronized (results) {
            return results.get(key);
        }
    }

    void keep(String key, V made) {
        synchronized (results) {
            results.put(key, made);
        }
    }

    private static final class Latest<V> extends LinkedHashMap<String, V> {

        private static final long serialVersionUID = 1L;

        private final int entriesMax;

        Latest(int entriesMax) {
            super(16, 0.75f, true);
            this.entriesMax = entriesMax;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > entriesMax;
        }
    }
}
