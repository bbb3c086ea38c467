package io.penstock.core.finding;

import io.penstock.core.finding.Folded.Step;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Status and dates of a record as a function of all words on it (etm 5.9): the same words give the
 * same result whatever the order they came in.
 */
public final class FindingHistory {

    private final List<Step> steps = new ArrayList<>();
    private @Nullable FindingStatus status;
    private boolean expired;
    private boolean closedByAbsence;
    private @Nullable Instant missingSince;
    private @Nullable Instant fixedAt;
    private @Nullable Instant reopenedAt;

    private FindingHistory() {}

    /**
     * Words are taken by age. Of the vendor's words for one time only the youngest counts, and
     * likewise of what runs showed for one time; what is held or rejected does not count.
     *
     * @throws IllegalArgumentException when no word of the vendor counts
     */
    public static Folded fold(Collection<Word> words) {
        if (words.size() == 1) {
            return only(words.iterator().next());
        }
        var ordered = words.stream().distinct().sorted().toList();
        var counted = counted(ordered);
        var history = new FindingHistory();
        for (var word : ordered) {
            if (counted.contains(word)) {
                history.take(word);
            } else {
                history.steps.add(new Step(word, null, null));
            }
        }
        return history.folded();
    }

    private static Folded only(Word word) {
        var history = new FindingHistory();
        if (word.counts()) {
            history.take(word);
        }
        return history.folded();
    }

    /**
     * Decides which closings have to wait for the end of their run: a page alone closes nothing
     * that is open. Those that close nothing count at once: when an opening word came after them,
     * or when the record is closed without them or was never known as open. An absence that was not
     * applied before the record was reported again is a mark and no more.
     *
     * @param words with closings that a page brings given as {@link Word.Standing#HELD}
     */
    public static List<Word> hold(Collection<Word> words) {
        var passed = words.stream().map(word -> passed(word, words)).toList();
        if (passed.stream().noneMatch(FindingHistory::held) || open(passed)) {
            return passed;
        }
        return passed.stream()
                .map(word -> held(word) ? word.with(Word.Standing.COUNTS) : word)
                .toList();
    }

    private static boolean held(Word word) {
        return word.standing() == Word.Standing.HELD;
    }

    private static boolean open(Collection<Word> words) {
        return words.stream().anyMatch(word -> word.counts() && word.kind().vendors())
                && fold(words).status() != FindingStatus.FIXED;
    }

    private static Word passed(Word word, Collection<Word> words) {
        if (!held(word)) {
            return word;
        }
        var vendors = word.kind().vendors();
        var after = words.stream().filter(w -> w.counts() && w.youngerThan(word));
        if (after.noneMatch(w -> vendors ? w.kind().opening() : w.kind().report())) {
            return word;
        }
        return (vendors ? word : word.as(Word.Kind.MISSING)).with(Word.Standing.COUNTS);
    }

    private static Set<Word> counted(List<Word> ordered) {
        var counted = new HashSet<Word>();
        Word vendors = null;
        Word runs = null;
        for (var word : ordered.reversed()) {
            var younger = word.kind().vendors() ? vendors : runs;
            if (!word.counts() || (younger != null && younger.at().equals(word.at()))) {
                continue;
            }
            counted.add(word);
            if (word.kind().vendors()) {
                vendors = word;
            } else {
                runs = word;
            }
        }
        return counted;
    }

    private void take(Word word) {
        var from = status;
        var to = word.kind().vendors() ? said(word, from) : shown(word, from);
        steps.add(new Step(word, from, to));
        if (to == null) {
            return;
        }
        if (to == FindingStatus.FIXED && from != FindingStatus.FIXED) {
            fixedAt = word.at();
        }
        if (to == FindingStatus.REOPENED && from != FindingStatus.REOPENED) {
            reopenedAt = word.at();
        }
        status = to;
    }

    private FindingStatus said(Word word, @Nullable FindingStatus from) {
        var said = source(word.kind());
        var to = from == null ? FindingStatus.first(said) : from.next(said);
        expired = word.kind() == Word.Kind.EXPIRED && to != FindingStatus.FIXED;
        missingSince = null;
        closedByAbsence = closedByAbsence && word.kind() == Word.Kind.EXPIRED;
        return to;
    }

    /** What a run shows says nothing of a record that no word was heard of before. */
    private @Nullable FindingStatus shown(Word word, @Nullable FindingStatus from) {
        if (from == null) {
            return null;
        }
        if (word.kind() == Word.Kind.SEEN) {
            var back = closedByAbsence;
            missingSince = null;
            closedByAbsence = false;
            return back ? FindingStatus.REOPENED : from;
        }
        if (missingSince == null) {
            missingSince = word.at();
        }
        if (word.kind() == Word.Kind.MISSING || from == FindingStatus.FIXED) {
            return from;
        }
        closedByAbsence = true;
        return FindingStatus.FIXED;
    }

    private static FindingStatus.SourceStatus source(Word.Kind kind) {
        return switch (kind) {
            case OPEN -> FindingStatus.SourceStatus.OPEN;
            case REOPENED -> FindingStatus.SourceStatus.REOPENED;
            case FIXED -> FindingStatus.SourceStatus.FIXED;
            default -> FindingStatus.SourceStatus.EXPIRED;
        };
    }

    private Folded folded() {
        if (status == null) {
            throw new IllegalArgumentException("no word of the vendor counts in " + steps);
        }
        return new Folded(status, expired, missingSince, fixedAt, reopenedAt, steps);
    }
}
