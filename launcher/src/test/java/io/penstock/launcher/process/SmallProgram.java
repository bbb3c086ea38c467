package io.penstock.launcher.process;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** A child to start in tests. */
public final class SmallProgram {

    private SmallProgram() {}

    /** Behaves as its one argument says. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        switch (arguments[0]) {
            case "secret" -> say("before", "password hunter2", "after");
            case "fail" -> {
                say("something is wrong");
                System.exit(7);
            }
            case "serve" -> {
                say("ready");
                forEver();
            }
            case "parent" -> {
                var child = new ProcessBuilder(ChildProcessTest.command("serve")).start();
                say("grandchild " + child.pid());
                forEver();
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        // The tether is a daemon thread, so that the program ends with its main method.
    }

    private static void say(String... lines) {
        for (var line : lines) {
            System.out.println(line);
        }
    }

    private static void forEver() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
