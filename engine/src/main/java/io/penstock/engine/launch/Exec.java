package io.penstock.engine.launch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** The system call that makes this process another program: same id, same environment. */
final class Exec {

    private Exec() {}

    /** Does not return, unless the program cannot be started. */
    @SuppressWarnings("restricted") // the image starts this with native access
    static void become(List<String> command) throws Throwable {
        var linker = Linker.nativeLinker();
        var execv =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("execv"),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        try (var arena = Arena.ofConfined()) {
            var words = arena.allocate(ValueLayout.ADDRESS, command.size() + 1L);
            for (var i = 0; i < command.size(); i++) {
                words.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(command.get(i)));
            }
            var program = words.getAtIndex(ValueLayout.ADDRESS, 0);
            var _ = (int) execv.invokeExact(program, words);
        }
    }
}
