package io.penstock.launcher.demo;

import io.penstock.launcher.client.RowCount;
import io.penstock.launcher.client.RunView;

import java.io.PrintWriter;
import java.util.Locale;

/** What the demo says. */
final class Screen {

    private final PrintWriter out;
    private final boolean terminal;

    /**
     * @param terminal whether lines can be drawn over
     */
    Screen(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    ProgressView progress() {
        return new ProgressView(out, terminal);
    }

    void ledger(RunView run, String duration) {
        say("");
        say("Run " + run.uuid() + ": " + run.state().toLowerCase(Locale.ROOT) + " in " + duration);
        LedgerTable.of(run).forEach(this::say);
        if (run.complete() && !run.balanced()) {
            say("The platform says that this run does not balance.");
        }
    }

    void query(String place, String query, RowCount rows) {
        say(
                String.format(
                        Locale.ROOT,
                        "%-9s %s → %,d%s",
                        place,
                        query,
                        rows.count(),
                        rows.exact() ? "" : " or more"));
    }
}
