package io.penstock.vendor.crowdstrike.simulation.gate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Page cursors: base64 of {@code [<milliseconds>,"<id>"]}, the place after the last record of a
 * page. A cursor may be used again and with another page size, until its life is over; it does not
 * say when that is, so the time of issue is remembered here, of at most {@value #CURSORS_MAX}.
 */
public final class Cursors {

    private static final int CURSORS_MAX = 20_000;

    private record Issue(int record, long atMillis) {}

    private final InstantSource clock;
    private final Supplier<Duration> life;
    private final Map<String, Issue> issued = new LinkedHashMap<>();

    /**
     * Makes an issuer.
     *
     * @param life how long a cursor lives, asked anew at each look
     */
    public Cursors(Supplier<Duration> life, InstantSource clock) {
        this.life = life;
        this.clock = clock;
    }

    /**
     * Issues the cursor that stands after a record.
     *
     * @param record number of the record
     * @param millis its value of the sort field
     */
    public String issue(int record, long millis, String id) {
        String text = "[" + millis + ",\"" + id + "\"]";
        String cursor = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        synchronized (issued) {
            dropOld();
            issued.remove(cursor);
            issued.put(cursor, new Issue(record, clock.millis()));
        }
        return cursor;
    }

    private void dropOld() {
        Iterator<Issue> oldestFirst = issued.values().iterator();
        while (oldestFirst.hasNext()
                && (expired(oldestFirst.next()) || issued.size() >= CURSORS_MAX)) {
            oldestFirst.remove();
        }
    }

    private boolean expired(Issue issue) {
        return clock.millis() - issue.atMillis() > life.get().toMillis();
    }

    /** The record a live cursor stands after; nothing for one that is unknown or expired. */
    public OptionalInt recordBefore(String cursor) {
        synchronized (issued) {
            Issue issue = issued.get(cursor);
            return issue == null || expired(issue)
                    ? OptionalInt.empty()
                    : OptionalInt.of(issue.record());
        }
    }
}
