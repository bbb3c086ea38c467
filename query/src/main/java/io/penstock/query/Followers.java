package io.penstock.query;

import io.penstock.query.Suggestion.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words and signs that join, open and close. */
final class Followers {

    private final Caret caret;

    Followers(Caret caret) {
        this.caret = caret;
    }

    List<Suggestion> openers(Slot.Operand place) {
        var all = new ArrayList<Suggestion>();
        if (place.deeper()) {
            all.add(word("not ", "not", "what does not match the next part"));
            all.add(word("(", "(", "parts that belong together"));
        }
        return typed(all);
    }

    List<Suggestion> nulls(Slot.NullTest test) {
        var blank = caret.afterBlank() ? "" : " ";
        var all = new ArrayList<Suggestion>();
        all.add(word(blank + "null ", "null", "has no value"));
        if (!test.negated()) {
            all.add(word(blank + "not null ", "not null", "has a value"));
        }
        return typed(all);
    }

    /** After a whole term that stands already. */
    List<Suggestion> joins(Slot.Joint joint) {
        return typed(joins(joint, ""));
    }

    /**
     * After a value that is being typed, when it is one already.
     *
     * @return each keeps what is typed and goes on behind it
     */
    List<Suggestion> ofValue(Slot.Term term, AskedValue asked) {
        var all = new ArrayList<Suggestion>();
        var typed = caret.typed();
        if (typed != null && caret.quote() == 0 && asked.fits(typed)) {
            all.addAll(
                    term.bracketed()
                            ? inBrackets(term.with(typed), typed.text())
                            : joins(term.joint(), typed.text()));
        }
        if (typed == null && !term.bracketed() && !term.operator().ordering()) {
            all.add(Suggestion.of(Kind.OPERATOR, "[", "[", "several values"));
        }
        return all;
    }

    /**
     * After a value in brackets.
     *
     * @param lead the value while it is being typed, or empty
     */
    List<Suggestion> inBrackets(Slot.Term term, String lead) {
        if (lead.isEmpty() && caret.typed() != null) {
            return List.of();
        }
        var all = new ArrayList<Suggestion>();
        var first = term.values() == 1 && !term.range();
        if (!term.range() && !term.exclusive()) {
            if (term.values() < TermParser.LIST_MAX) {
                all.add(word(lead + ", ", ",", "one more value"));
            }
            all.add(word(lead + "] ", "]", "end of the list"));
        }
        if (first && ConditionReader.ordered(term.field())) {
            all.add(word(apart(lead) + ".. ", "..", "from this to another"));
        }
        if (term.range()) {
            var close = term.exclusive() ? ")" : "]";
            all.add(word(lead + close + " ", close, "end of the range"));
        }
        return all;
    }

    private List<Suggestion> joins(Slot.Joint joint, String lead) {
        var all = new ArrayList<Suggestion>();
        all.add(word(apart(lead) + "and ", "and", "both parts must hold"));
        all.add(word(apart(lead) + "or ", "or", "one of the parts must hold"));
        if (joint.open()) {
            all.add(word(lead + ") ", ")", "end of the parenthesis"));
        }
        return all;
    }

    private String apart(String lead) {
        return lead.isEmpty() && caret.afterBlank() ? "" : lead + " ";
    }

    /** Those that what is typed begins. */
    List<Suggestion> typed(List<Suggestion> all) {
        var prefix = caret.prefix().toLowerCase(Locale.ROOT);
        return all.stream().filter(one -> one.label().startsWith(prefix)).toList();
    }

    private static Suggestion word(String text, String label, String description) {
        return Suggestion.of(Kind.WORD, text, label, description);
    }
}
