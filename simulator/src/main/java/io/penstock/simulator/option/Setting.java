package io.penstock.simulator.option;

import java.util.concurrent.atomic.AtomicLong;

/** A switch and what it is set to now. Read {@link #value()} anew for every call. */
public final class Setting<T> {

    private record Position<T>(String text, T value) {}

    private final Switch<T> kind;
    private final AtomicLong strikes = new AtomicLong();
    private final AtomicLong version = new AtomicLong();
    private volatile Position<T> position;

    Setting(Switch<T> kind) {
        this.kind = kind;
        this.position = position(kind, kind.usual());
    }

    public Switch<T> kind() {
        return kind;
    }

    /** What it means now. */
    public T value() {
        return position.value();
    }

    /** The text it was set by. */
    public String text() {
        return position.text();
    }

    /** True when it stands where it stands when nobody sets it. */
    public boolean usual() {
        return position.text().equals(kind.usual());
    }

    /** Counts that it changed an answer. */
    public void strike() {
        strikes.incrementAndGet();
    }

    /** How many answers it changed so far. */
    public long strikes() {
        return strikes.get();
    }

    /** How often it was set: a counter starts anew when this moves. */
    public long version() {
        return version.get();
    }

    void set(String text) {
        position = position(kind, text.strip());
        version.incrementAndGet();
    }

    private static <T> Position<T> position(Switch<T> kind, String text) {
        try {
            return new Position<>(text, kind.reader().apply(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The option " + kind.name() + " is \"" + text + "\", " + e.getMessage() + ".",
                    e);
        }
    }
}
