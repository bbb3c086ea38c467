package io.penstock.platform.inventory;

import io.penstock.core.finding.FindingStatus.SourceStatus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Seeded histories of findings, and the pages that bring them in some order. */
final class FindingOrder {

    private static final int RECORDS = 6;
    private static final int WORDS_MAX = 4;
    private static final int RUNS = 8;

    private FindingOrder() {}

    /**
     * A page.
     *
     * @param run 0 to 7; even ones are of the first source
     */
    record Delivery(int run, List<Report> reports) {}

    /** Every word of every record, each with the run that read it. */
    static List<Delivery> deliveries(Random random) {
        var words = new ArrayList<Delivery>();
        for (var record = 0; record < RECORDS; record++) {
            var source = record % 2;
            for (var word = random.nextInt(WORDS_MAX); word >= 0; word--) {
                var run = source + 2 * random.nextInt(RUNS / 2);
                var report = report(record, run, word, random);
                if (words.stream().noneMatch(other -> sameReading(other, run, report))) {
                    words.add(new Delivery(run, List.of(report)));
                }
            }
        }
        return words;
    }

    /** One run says one thing of a record for one time. */
    private static boolean sameReading(Delivery other, int run, Report report) {
        var said = other.reports().getFirst();
        return other.run() == run && said.id().equals(report.id()) && said.day() == report.day();
    }

    private static Report report(int record, int run, int word, Random random) {
        var words = SourceStatus.values();
        var report =
                Report.of(
                                "r" + record,
                                random.nextInt(9) == 0 ? "b" : "a",
                                "CVE-" + (random.nextInt(8) == 0 ? 9 : record / 4),
                                words[random.nextInt(words.length)],
                                2 + random.nextInt(4))
                        .firstFound(1 + random.nextInt(2))
                        .graded(1 + (run + word) % 5);
        return random.nextInt(4) == 0 ? report.on(443 + random.nextInt(2)) : report;
    }

    /** The same words in another order and on other pages, some of them twice. */
    static List<Delivery> shuffled(List<Delivery> words, Random random) {
        var order = new ArrayList<>(words);
        for (var word : words) {
            if (random.nextInt(3) == 0) {
                order.add(word);
            }
        }
        Collections.shuffle(order, random);
        var pages = new ArrayList<Delivery>();
        for (var word : order) {
            var last = pages.isEmpty() ? null : pages.getLast();
            if (last != null && last.run() == word.run() && random.nextBoolean()) {
                var more = new ArrayList<>(last.reports());
                more.addAll(word.reports());
                pages.set(pages.size() - 1, new Delivery(word.run(), more));
            } else {
                pages.add(word);
            }
        }
        return pages;
    }
}
