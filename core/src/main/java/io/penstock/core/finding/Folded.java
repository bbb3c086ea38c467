package io.penstock.core.finding;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the words on a record come to.
 *
 * @param expired the vendor's last word was that it lost sight of the host
 * @param missingSince since when complete full runs have not reported it; null when they do
 * @param fixedAt when it was fixed, last time
 * @param reopenedAt when it came back, last time
 * @param steps every word, oldest first, with what it did
 */
public record Folded(
        FindingStatus status,
        boolean expired,
        @Nullable Instant missingSince,
        @Nullable Instant fixedAt,
        @Nullable Instant reopenedAt,
        List<Step> steps) {

    public Folded {
        steps = List.copyOf(steps);
    }

    /** The steps by their words. */
    public Map<Word, Step> byWord() {
        var byWord = new HashMap<Word, Step>(steps.size() * 2);
        steps.forEach(step -> byWord.put(step.word(), step));
        return byWord;
    }

    /**
     * A word and the status before and after it.
     *
     * @param from null for the first word that counts, and for words that do not count
     * @param to null for words that do not count
     */
    public record Step(Word word, @Nullable FindingStatus from, @Nullable FindingStatus to) {

        /** True when it moved the status of a record that was known before. */
        public boolean moved() {
            return from != null && from != to;
        }
    }
}
