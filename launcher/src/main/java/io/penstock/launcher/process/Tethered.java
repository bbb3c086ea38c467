package io.penstock.launcher.process;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another class's {@code main} and ends the process when standard input ends.
 *
 * <p>The launcher holds the other end of that pipe. However the launcher goes, also by SIGKILL, the
 * system closes it, and no server stays behind. Depends on the JDK only, so that it fits into any
 * child's class path.
 */
public final class Tethered {

    /** The exit code of a process whose parent went away. */
    private static final int PARENT_GONE = 143;

    private Tethered() {}

    /**
     * @param arguments the main class, then its arguments
     */
    public static void main(String[] arguments)
            throws ClassNotFoundException, NoSuchMethodException, IllegalAccessException {
        var main = Class.forName(arguments[0]).getMethod("main", String[].class);
        Thread.ofPlatform()
                .name("tether")
                .daemon()
                .start(() -> endWith(System.in, Tethered::parentGone));
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(arguments[0] + " failed", e.getCause());
        }
    }

    static void endWith(InputStream tether, Runnable end) {
        try {
            tether.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe says the same as a closed one.
            end.run();
            return;
        }
        end.run();
    }

    private static void parentGone() {
        System.exit(PARENT_GONE);
    }
}
