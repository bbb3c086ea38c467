package io.penstock.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Text and caret → what may be typed there. Pure, quick whatever the text (bounded by {@link
 * Parser#TEXT_MAX} and {@link Parser#DEPTH_MAX}), and never an exception. What stands before the
 * caret decides; nothing is suggested where that is wrong already. Example: {@code finding.sev} at
 * 11 → {@code finding.severity}.
 */
public final class Completer {

    private final Caret caret;
    private final Instant now;
    private final Names names;
    private final Followers followers;

    private Completer(Caret caret, FieldCatalogue catalogue, Instant now) {
        this.caret = caret;
        this.now = now;
        this.names = new Names(catalogue);
        this.followers = new Followers(caret);
    }

    /**
     * @param position of the caret, in UTF-16 units from 0; outside of the text, its nearest end
     * @param now what relative dates count from
     */
    public static Completion complete(
            String text, int position, FieldCatalogue catalogue, Instant now) {
        if (text.length() > Parser.TEXT_MAX) {
            return Completion.nothing(Math.clamp(position, 0, text.length()));
        }
        var caret = Caret.of(text, position);
        if (!caret.readable()) {
            return Completion.nothing(caret.at());
        }
        return new Completer(caret, catalogue, now)
                .at(SlotFinder.find(caret.settled(), catalogue), catalogue);
    }

    private Completion at(Slot slot, FieldCatalogue catalogue) {
        var bare = caret.quote() == 0;
        return switch (slot) {
            case Slot.Term term -> value(term, catalogue);
            case Slot.Operand place when bare -> others(operand(place));
            case Slot.AfterWord word when bare -> others(afterWord(word));
            case Slot.NullTest test when bare -> others(followers.nulls(test));
            case Slot.Joint joint when bare -> others(followers.joins(joint));
            default -> Completion.nothing(caret.at());
        };
    }

    private List<Suggestion> operand(Slot.Operand place) {
        var typed = caret.prefix();
        var all = new ArrayList<>(Operators.after(typed, typed, place, names));
        all.addAll(names.matching(typed, place));
        all.addAll(followers.openers(place));
        return all;
    }

    private List<Suggestion> afterWord(Slot.AfterWord word) {
        var all =
                new ArrayList<>(
                        followers.typed(Operators.after(word.name(), "", word.place(), names)));
        if (names.words(word.place().scope())) {
            all.addAll(followers.joins(word.joint()));
        }
        return all;
    }

    private Completion value(Slot.Term term, FieldCatalogue catalogue) {
        if (!term.valueExpected()) {
            return caret.quote() == 0
                    ? others(followers.inBrackets(term, ""))
                    : Completion.nothing(caret.at());
        }
        var asked = new AskedValue(term, caret, now);
        var values = new Values(asked, catalogue).matching(caret.prefix());
        return new Completion(
                caret.from(),
                caret.to(),
                caret.prefix(),
                fitting(values),
                fitting(followers.ofValue(term, asked)),
                Optional.of(asked));
    }

    private Completion others(List<Suggestion> all) {
        return new Completion(
                caret.from(),
                caret.to(),
                caret.prefix(),
                List.of(),
                fitting(all),
                Optional.empty());
    }

    /** Without those that are there already, or too long, and each once. */
    private List<Suggestion> fitting(List<Suggestion> all) {
        var seen = new HashSet<String>();
        return all.stream()
                .flatMap(this::beforeBlank)
                .filter(one -> one.text().length() <= caret.room())
                .filter(one -> !one.text().equals(caret.present()) && seen.add(one.text()))
                .toList();
    }

    /** A blank that follows already is not written again. */
    private Stream<Suggestion> beforeBlank(Suggestion one) {
        return Stream.of(caret.beforeBlank() ? one.withText(one.text().stripTrailing()) : one);
    }
}
