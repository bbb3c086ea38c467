package io.penstock.benchmarks.pipeline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Prints the figures. */
final class Report {

    private static final double MIB = 1024.0 * 1024.0;

    private final PrintWriter out;

    Report(PrintWriter out) {
        this.out = out;
    }

    void machine(String postgres, Sizes sizes) {
        out.printf(
                Locale.ROOT,
                "machine   %d cores, %s, %s, JDK %s, PostgreSQL %s (embedded, fsync on)%n",
                Runtime.getRuntime().availableProcessors(),
                memory(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.version"),
                postgres);
        out.printf(
                Locale.ROOT,
                "tenant    %,d hosts, about %,d findings, seed %d; everything on this machine%n",
                sizes.hosts(),
                sizes.findings(),
                sizes.seed());
    }

    void round(Measurement round) {
        out.println();
        out.printf(Locale.ROOT, "first pull            %s%n", pull(round.first()));
        out.printf(Locale.ROOT, "  pages of findings   %s%n", pages(round.first()));
        out.printf(Locale.ROOT, "  CPU time            %s%n", cpu(round.first()));
        out.printf(
                Locale.ROOT,
                "bare COPY             %,.0f findings/s, %s%n",
                round.copyPerSecond(),
                seconds(round.copy()));
        out.printf(
                Locale.ROOT,
                "ratio                 %.3f of the bare COPY, end to end%n",
                round.ratio());
        out.printf(Locale.ROOT, "second pull (delta)   %s%n", pull(round.second()));
        out.printf(Locale.ROOT, "  CPU time            %s%n", cpu(round.second()));
        out.printf(Locale.ROOT, "  faster than first   %.2f times%n", round.secondFaster());
        out.printf(Locale.ROOT, "third pull (full)     %s%n", pull(round.reread()));
        out.printf(Locale.ROOT, "  CPU time            %s%n", cpu(round.reread()));
        out.printf(Locale.ROOT, "  faster than first   %.2f times%n", round.rereadFaster());
        out.printf(Locale.ROOT, "  rows written        %s%n", rows(round.wrote().rewritten()));
        out.printf(Locale.ROOT, "  log written         %,d bytes%n", round.wrote().walBytes());
        out.printf(
                Locale.ROOT,
                "fourth pull (%.0f %% new) %s%n",
                100 * TenantClock.SHARE,
                pull(round.changed()));
        out.printf(
                Locale.ROOT,
                "  rows written        %s: %.2f %% of the findings%n",
                rows(round.touched()),
                100 * round.touchedShare());
        out.printf(
                Locale.ROOT,
                "simulator alone       %,.0f findings/s, one reader%n",
                round.simulatorAlone());
        out.printf(Locale.ROOT, "peak memory           %s%n", memory(round.memory()));
        out.printf(
                Locale.ROOT,
                "runs                  %s%n",
                round.good() ? "complete, ledgers balance" : "NOT GOOD");
        out.flush();
    }

    /** The middle of several rounds. */
    void summary(List<Measurement> rounds) {
        if (rounds.size() < 2) {
            return;
        }
        out.println();
        out.printf(
                Locale.ROOT,
                "medians of %d: %,.0f findings/s end to end, %,.0f bare COPY, ratio %.3f,"
                        + " second pull %.2f times faster, full re-read %.2f times%n",
                rounds.size(),
                median(rounds, round -> round.first().perSecond()),
                median(rounds, Measurement::copyPerSecond),
                median(rounds, Measurement::ratio),
                median(rounds, Measurement::secondFaster),
                median(rounds, Measurement::rereadFaster));
    }

    void growth(Memory small, Memory large) {
        out.println();
        out.printf(Locale.ROOT, "peak memory, once     %s%n", memory(small));
        out.printf(Locale.ROOT, "peak memory, 5 times  %s%n", memory(large));
    }

    private static String pull(Pull pull) {
        return String.format(
                Locale.ROOT,
                "%,.0f findings/s, %,d in %s, engine start to run complete",
                pull.perSecond(),
                pull.findings(),
                seconds(pull.whole()));
    }

    private static String pages(Pull pull) {
        return String.format(
                Locale.ROOT,
                "%,.0f findings/s, first page in to last page done in %s",
                pull.perSecondOfPages(),
                seconds(pull.pages()));
    }

    private static String cpu(Pull pull) {
        return new TreeMap<>(pull.cpu())
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + seconds(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String rows(Map<String, Long> rewritten) {
        return rewritten.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String memory(Memory memory) {
        return String.format(
                Locale.ROOT,
                "platform %.0f MiB, engine %.0f MiB, simulator %.0f MiB, PostgreSQL %.0f MiB",
                memory.platform() / MIB,
                memory.engine() / MIB,
                memory.simulator() / MIB,
                memory.postgres() / MIB);
    }

    private static String memory() {
        try {
            var total = Files.readAllLines(Path.of("/proc/meminfo")).getFirst();
            return total.replaceAll("\\s+", " ");
        } catch (IOException e) {
            return "memory unknown";
        }
    }

    private static double median(List<Measurement> rounds, ToDoubleFunction<Measurement> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toNanos() / 1e9);
    }
}
