package io.penstock.simulator.option;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All switches of one simulation. They are added while it is put together; then {@link #start} sets
 * what its person wished, and from there on only the live ones move.
 *
 * <pre>{@code
 * Setting<Integer> life = board.add(Switch.of("cursor-life", "120", "seconds", number(1, 86_400)));
 * board.start(scenario.options());
 * Duration now = Duration.ofSeconds(life.value());
 * }</pre>
 */
public final class Switchboard {

    private static final int TEXT_MAX = 1000;

    private final Map<String, Setting<?>> settings = new TreeMap<>();
    private boolean started;

    /** Adds a switch and returns where its value is read. */
    public synchronized <T> Setting<T> add(Switch<T> kind) {
        Setting<T> setting = new Setting<>(kind);
        if (started || settings.putIfAbsent(kind.name(), setting) != null) {
            throw new IllegalStateException(
                    "the switch " + kind.name() + " is added twice or late");
        }
        return setting;
    }

    /**
     * Sets what was wished and ends the time in which switches are added and fixed ones are moved.
     *
     * @throws IllegalArgumentException with a sentence for a name or a text that is not allowed
     */
    public synchronized void start(Map<String, String> wished) {
        new TreeMap<>(wished).forEach(this::set);
        started = true;
    }

    /**
     * Sets one switch; calls under way may still see the old value.
     *
     * @throws IllegalArgumentException with a sentence for a name or a text that is not allowed
     */
    public synchronized void set(String name, String text) {
        Setting<?> setting = named(name);
        if (started && !setting.kind().live()) {
            throw new IllegalArgumentException(
                    "The option " + name + " can only be set before the start.");
        }
        if (text.length() > TEXT_MAX) {
            throw new IllegalArgumentException(
                    "The option "
                            + name
                            + " is set to "
                            + text.length()
                            + " characters, allowed are "
                            + TEXT_MAX
                            + ".");
        }
        setting.set(text);
    }

    /** Sets one switch back to what it is when nobody sets it. */
    public synchronized void reset(String name) {
        set(name, named(name).kind().usual());
    }

    private Setting<?> named(String name) {
        @Nullable Setting<?> setting = settings.get(name);
        if (setting == null) {
            throw new IllegalArgumentException(
                    "The option \""
                            + name
                            + "\" is not known, there are "
                            + new TreeSet<>(settings.keySet())
                            + ".");
        }
        return setting;
    }

    /** True when there is a switch of this name. */
    public synchronized boolean has(String name) {
        return settings.containsKey(name);
    }

    /** All of them by name. */
    public synchronized Collection<Setting<?>> all() {
        return List.copyOf(settings.values());
    }
}
