package io.penstock.engine.launch;

import io.penstock.wire.env.EngineSetting;
import io.penstock.wire.env.PlainEnv;
import io.penstock.wire.env.SizeText;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The heap for a container (S-149, S-150, B-25). A value of wrong form, or too small for a JVM to
 * live, is left out here: the engine must start to refuse it in its own words.
 *
 * @param options for the JVM
 * @param warnings sentences for the log
 */
record HeapPlan(List<String> options, List<String> warnings) {

    /** What the JVM takes besides its heap, with some room. */
    static final long BESIDE = 128 * SizeText.MEGA;

    private static final long FLOOR = 64 * SizeText.MEGA;
    private static final long WANTED = 512 * SizeText.MEGA;
    private static final long SHARE_PERCENT = 70;
    private static final long ALL_PERCENT = 100;
    private static final long NEAR_PERCENT = 85;

    HeapPlan {
        options = List.copyOf(options);
        warnings = List.copyOf(warnings);
    }

    /**
     * @param limit the container's memory in bytes
     */
    static HeapPlan of(Map<String, String> environment, long limit) {
        var warnings = new ArrayList<String>();
        var room = Math.max(FLOOR, limit - BESIDE);
        var plain = PlainEnv.of(environment);
        var max = asked(plain, EngineSetting.HEAP_MAX).orElseGet(() -> standard(limit));
        if (max > room) {
            warnings.add(cut(EngineSetting.HEAP_MAX, max, room, limit));
            max = room;
        }
        var options = new ArrayList<>(List.of("-Xmx" + megas(max) + "m"));
        var min = asked(plain, EngineSetting.HEAP_MIN);
        if (min.isPresent()) {
            var first = min.getAsLong();
            if (first > max) {
                warnings.add(cut(EngineSetting.HEAP_MIN, first, max, limit));
                first = max;
            }
            options.add("-Xms" + megas(first) + "m");
        }
        return new HeapPlan(options, warnings);
    }

    /**
     * Whether a JVM that chose its heap by itself may keep it: nothing else is asked for, and it is
     * the standard one or little less. A second start takes tenths of a second.
     *
     * @param heap what the JVM may use, in bytes; it does not count its spare space
     */
    static boolean holds(Map<String, String> environment, long limit, long heap) {
        var wanted = standard(limit);
        var plain = PlainEnv.of(environment);
        return asked(plain, EngineSetting.HEAP_MAX).isEmpty()
                && asked(plain, EngineSetting.HEAP_MIN).isEmpty()
                && heap <= wanted
                && heap >= wanted / ALL_PERCENT * NEAR_PERCENT;
    }

    static long standard(long limit) {
        var share = limit / ALL_PERCENT * SHARE_PERCENT;
        return Math.max(FLOOR, Math.min(limit - BESIDE, Math.max(share, WANTED)));
    }

    private static OptionalLong asked(PlainEnv environment, EngineSetting setting) {
        var value = environment.value(setting.key());
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        var bytes = SizeText.bytes(value);
        return bytes.orElse(0) < SizeText.HEAP_LEAST ? OptionalLong.empty() : bytes;
    }

    private static String cut(EngineSetting setting, long asked, long given, long limit) {
        return "The setting "
                + setting.key()
                + " is "
                + megas(asked)
                + "M, but the container has "
                + megas(limit)
                + "M in all; the engine uses "
                + megas(given)
                + "M.";
    }

    private static long megas(long bytes) {
        return bytes / SizeText.MEGA;
    }
}
