package io.penstock.platform.inventory;

import static java.util.Objects.requireNonNull;

import io.penstock.core.finding.FindingHistory;
import io.penstock.core.finding.FindingStatus;
import io.penstock.core.finding.Folded;
import io.penstock.core.finding.Word;
import io.penstock.core.finding.Word.Standing;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The words on a record while a page is loaded, and what becomes of their rows. One thread. */
final class RecordWords {

    /** Differs from every content: whatever is reported next is looked at. */
    static final UUID ANY_REPORT = new UUID(0, 0);

    /** A word as its row holds it; the row is not there yet when it has no id. */
    record Stored(
            @Nullable Long eventId,
            Word word,
            @Nullable FindingStatus from,
            @Nullable FindingStatus to) {}

    /** What a word that was taken did. */
    enum Effect {
        /** It is the vendor's newest: its values count. */
        NEWEST,
        /** It has its place in the history, behind newer ones. */
        OLDER,
        /** It was known. */
        NONE
    }

    private final List<@Nullable Stored> rows = new ArrayList<@Nullable Stored>();
    private List<Word> words = new ArrayList<>();

    RecordWords(List<Stored> stored) {
        for (var row : stored) {
            rows.add(row);
            words.add(row.word());
        }
    }

    /** Takes a word of the vendor; a closing waits unless it closes nothing. */
    Effect take(Word said) {
        if (words.isEmpty()) {
            return add(said);
        }
        var word = said.kind().closing() ? said.with(Standing.HELD) : said;
        var effect = known(word) ? repeat(word) : add(word);
        words = new ArrayList<>(FindingHistory.hold(words));
        renewHeld(word.runId());
        return effect;
    }

    private boolean known(Word word) {
        return words.stream().anyMatch(word::repeats);
    }

    private Effect add(Word word) {
        rows.add(null);
        words.add(word);
        return newest().equals(word) ? Effect.NEWEST : Effect.OLDER;
    }

    /** The same content at the same time: it is younger now when another one came between. */
    private Effect repeat(Word word) {
        for (var i = 0; i < words.size(); i++) {
            var old = words.get(i);
            if (word.repeats(old) && word.youngerThan(old.with(word.standing())) && rivals(old)) {
                words.set(i, word.with(old.standing()));
                return newest().equals(words.get(i)) ? Effect.NEWEST : Effect.OLDER;
            }
        }
        return Effect.NONE;
    }

    private boolean rivals(Word old) {
        return words.stream()
                .anyMatch(w -> !w.equals(old) && w.kind().vendors() && w.at().equals(old.at()));
    }

    /** What waits is judged with the run that reports it last. */
    private void renewHeld(long runId) {
        words.replaceAll(word ->
                held(word) && word.kind().vendors() && word.runId() < runId
                        ? word.by(runId)
                        : word);
    }

    /** Notes that a record is reported again which was missing; false when it was not. */
    boolean seen(Word seen) {
        if (!absent() || !seen.youngerThan(absence().orElseThrow())) {
            return false;
        }
        rows.add(null);
        words.add(seen);
        words = new ArrayList<>(FindingHistory.hold(words));
        return true;
    }

    /** Changes every word, and adds one unless it is null. */
    void revise(UnaryOperator<Word> each, @Nullable Word added) {
        words.replaceAll(each);
        if (added != null) {
            rows.add(null);
            words.add(added);
        }
    }

    /** True while complete full runs have not found it, whether that is applied or not. */
    boolean absent() {
        var absence = absence();
        return absence.isPresent() && words.stream().noneMatch(w -> reports(w, absence.get()));
    }

    private static boolean reports(Word word, Word absence) {
        return word.kind().report() && word.counts() && word.youngerThan(absence);
    }

    private Optional<Word> absence() {
        return words.stream()
                .filter(w -> !w.kind().report() && w.standing() != Standing.REJECTED)
                .max(Comparator.naturalOrder());
    }

    private Word newest() {
        if (words.size() == 1) {
            return words.getFirst();
        }
        return words.stream()
                .filter(word -> word.kind().vendors())
                .max(Comparator.comparing((Word w) -> w.with(Standing.COUNTS)))
                .orElseThrow();
    }

    private static boolean held(Word word) {
        return word.standing() == Standing.HELD;
    }

    Folded folded() {
        return FindingHistory.fold(words);
    }

    /** The newest content, unless something waits or is missing: then no report is unchanged. */
    UUID rowHash() {
        return absent() || words.stream().anyMatch(RecordWords::held)
                ? ANY_REPORT
                : newest().contentHash();
    }

    /** When the vendor's newest word was said. */
    Instant newestAt() {
        return newest().at();
    }

    /** The rows to be written; none while there is only the one word that the record shows. */
    List<Stored> changes(Folded folded) {
        var changes = new ArrayList<Stored>();
        var first = rows.getFirst();
        if (words.size() == 1 && (first == null || first.eventId() == null)) {
            return changes;
        }
        var steps = folded.byWord();
        for (var i = 0; i < words.size(); i++) {
            var old = rows.get(i);
            var step = requireNonNull(steps.get(words.get(i)));
            var id = old == null ? null : old.eventId();
            var now = new Stored(id, step.word(), step.from(), step.to());
            if (id == null || !now.equals(old)) {
                changes.add(now);
            }
        }
        return changes;
    }
}
