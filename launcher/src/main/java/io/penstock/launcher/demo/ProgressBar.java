package io.penstock.launcher.demo;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of progress.
 *
 * @param label what is counted
 * @param total -1 when not known yet
 * @param perSecond how fast
 */
record ProgressBar(String label, long done, long total, double perSecond, Optional<Duration> left) {

    private static final int WIDTH = 30;
    private static final int LABEL_WIDTH = 9;

    /** Such as {@code hosts [######------] 50 % 250 / 500 1,200/s 0:03 left}. */
    String bar() {
        var full = total <= 0 ? (total == 0 ? WIDTH : 0) : (int) (WIDTH * share());
        return padded() + " [" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + figures();
    }

    /** The same without the bar, for a file or a pipe. */
    String line() {
        return padded() + " " + figures();
    }

    boolean complete() {
        return total >= 0 && done >= total;
    }

    private String padded() {
        return String.format(Locale.ROOT, "%-" + LABEL_WIDTH + "s", label);
    }

    private String figures() {
        if (total < 0) {
            return String.format(Locale.ROOT, "%,d", done);
        }
        return String.format(
                Locale.ROOT,
                "%3d %%  %,d / %,d  %,.0f/s%s",
                (int) (100 * share()),
                done,
                total,
                perSecond,
                complete() ? "" : left.map(ProgressBar::leftText).orElse(""));
    }

    /** Between 0 and 1; a vendor's data may grow while it is read. */
    private double share() {
        return total == 0 ? 1 : Math.min(1.0, (double) done / total);
    }

    private static String leftText(Duration left) {
        return String.format(Locale.ROOT, "  %d:%02d left", left.toMinutes(), left.toSecondsPart());
    }
}
