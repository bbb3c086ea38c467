package io.penstock.launcher.query;

import java.util.Optional;

/** The terminal this process runs in, if it does. */
final class ConsoleTerminal implements WayIn.Terminal {

    // The console of java.base, which is the default again, is null where there is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    @Override
    public Optional<String> password(String question) {
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            return Optional.empty();
        }
        return Optional.ofNullable(console.readPassword("%s", question)).map(String::new);
    }
}
