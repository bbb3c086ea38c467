package io.penstock.launcher.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to start.
 *
 * @param name for messages, such as {@code platform}
 * @param command the program and its arguments; everybody on the machine can read these, so no
 *     secret belongs here
 * @param environment added to the launcher's own; may hold secrets
 * @param log file that gets the output, appended
 * @param marks lines to look out for
 */
public record ChildSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        List<OutputMark> marks) {

    public ChildSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        marks = List.copyOf(marks);
    }

    @Override
    public String toString() {
        return "ChildSpec[" + name + ", environment " + environment.keySet() + "]";
    }
}
