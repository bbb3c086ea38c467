package io.penstock.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the candidate with the fewest typing mistakes, if there are few. */
final class Nearest {

    /** Longer texts are no misspelt names; the bound keeps the comparison cheap. */
    private static final int LENGTH_MAX = 64;

    private static final int LETTERS_PER_MISTAKE = 3;

    private Nearest() {}

    private record Scored(String candidate, int mistakes) {}

    /** Compares with the whole candidate and with its part after the last dot. */
    static Optional<String> of(String text, Collection<String> candidates) {
        if (text.isEmpty() || text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        var typed = text.toLowerCase(Locale.ROOT);
        var allowed = Math.max(1, typed.length() / LETTERS_PER_MISTAKE);
        return candidates.stream()
                .map(candidate -> new Scored(candidate, mistakes(typed, candidate)))
                .filter(scored -> scored.mistakes() <= allowed)
                .min(Comparator.comparingInt(Scored::mistakes).thenComparing(Scored::candidate))
                .map(Scored::candidate);
    }

    private static int mistakes(String typed, String candidate) {
        var name = candidate.toLowerCase(Locale.ROOT);
        var last = name.substring(name.lastIndexOf('.') + 1);
        var typedLast = typed.substring(typed.lastIndexOf('.') + 1);
        var whole = distance(typed, name);
        return typedLast.isEmpty() ? whole : Math.min(whole, distance(typedLast, last));
    }

    /** Levenshtein's distance, one row at a time. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
