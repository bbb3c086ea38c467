package io.penstock.engine.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** How much memory this container may use. */
final class ContainerMemory {

    /** The limits of both versions of control groups, as a container sees its own. */
    private static final List<String> LIMITS =
            List.of("sys/fs/cgroup/memory.max", "sys/fs/cgroup/memory/memory.limit_in_bytes");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern TOTAL = Pattern.compile("(?m)^MemTotal:\\s+(\\d{1,15}) kB$");
    private static final long KILO = 1024;
    private static final long UNKNOWN = 1024 * 1024 * KILO;

    private ContainerMemory() {}

    /** Bytes: the group's limit or what the machine has, whichever is less. */
    static long bytes(Path root) {
        var machine = machine(root);
        return LIMITS.stream()
                .map(root::resolve)
                .map(ContainerMemory::number)
                .flatMapToLong(OptionalLong::stream)
                .filter(limit -> limit > 0)
                .reduce(machine, Math::min);
    }

    private static long machine(Path root) {
        var match = TOTAL.matcher(text(root.resolve("proc/meminfo")));
        return match.find() ? Long.parseLong(match.group(1)) * KILO : UNKNOWN;
    }

    private static OptionalLong number(Path file) {
        var text = text(file).strip();
        return NUMBER.matcher(text).matches()
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    private static String text(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            // A limit that cannot be read is none.
            return "";
        }
    }
}
