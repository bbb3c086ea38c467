package io.penstock.engine.read;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What this process has read of each stream, in all its runs. Safe from any thread. */
public final class ReadTally {

    /** Streams are few; a platform that makes them up must not fill the memory. */
    private static final int STREAMS_MAX = 50;

    private static final String OTHERS = "others";

    private final Map<String, ReadCounts> ended = new TreeMap<>();
    private final Set<Reading> going = new HashSet<>();

    /** A stream that is being read; closing it keeps what was read. */
    final class Reading implements AutoCloseable {

        private final String stream;
        private final Supplier<ReadCounts> counts;

        private Reading(String stream, Supplier<ReadCounts> counts) {
            this.stream = stream;
            this.counts = counts;
        }

        @Override
        public void close() {
            synchronized (ReadTally.this) {
                going.remove(this);
                add(ended, this);
            }
        }
    }

    /**
     * @param counts asked whenever somebody wants to know, and once more at the end
     */
    synchronized Reading began(String stream, Supplier<ReadCounts> counts) {
        var reading = new Reading(stream, counts);
        going.add(reading);
        return reading;
    }

    /** Everything read so far, by stream; never goes down. */
    public synchronized Map<String, ReadCounts> byStream() {
        var all = new TreeMap<>(ended);
        going.forEach(reading -> add(all, reading));
        return all;
    }

    private static void add(Map<String, ReadCounts> all, Reading reading) {
        var known = all.containsKey(reading.stream) || all.size() < STREAMS_MAX;
        all.merge(known ? reading.stream : OTHERS, reading.counts.get(), ReadCounts::plus);
    }
}
