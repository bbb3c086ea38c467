package io.penstock.query;

import io.penstock.query.Suggestion.Kind;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A field whose value may stand at the caret, and how values must be written there. */
public final class AskedValue {

    /** Nothing of the grammar is in it, and no case or star would change what it means. */
    private static final Pattern PLAIN = Pattern.compile("\\w+(?:[.-]\\w+)*");

    /** Words, numbers, ids, relative dates. */
    private static final Pattern UNQUOTED = Pattern.compile("[\\w.+-]+");

    private static final Place PLACE = new Place(1);

    private final Slot.Term term;
    private final Caret caret;
    private final ConditionReader conditions;

    AskedValue(Slot.Term term, Caret caret, Instant now) {
        this.term = term;
        this.caret = caret;
        this.conditions = new ConditionReader(now);
    }

    public QueryField field() {
        return term.field();
    }

    /** What has been typed of it, without quotes. */
    public String typed() {
        return caret.prefix();
    }

    /**
     * A value of the data as a suggestion: quoted as the language needs it, so that the query finds
     * exactly that value.
     *
     * @return empty when the language cannot say the value here, or it is too long
     */
    public Optional<Suggestion> offer(String value, String description) {
        return value.isEmpty() || folded(value) || !sayable(value)
                ? Optional.empty()
                : offer(written(value), value, description);
    }

    /** The same for a value with its quotes, which give way to those that are open. */
    Optional<Suggestion> offer(Value value, String label, String description) {
        var text = QueryPrinter.print(value);
        if (caret.quote() != 0) {
            var quote = String.valueOf(caret.quote());
            text = QueryPrinter.quoted(value.text(), quote);
        }
        return text.length() <= caret.room() && !text.equals(caret.present()) && fits(value)
                ? Optional.of(Suggestion.of(Kind.VALUE, text, label, description))
                : Optional.empty();
    }

    boolean fits(Token typed) {
        return fits(TermParser.value(typed));
    }

    private boolean fits(Value value) {
        try {
            conditions.read(term.field(), term.asked(value), PLACE);
            return true;
        } catch (QueryException _) {
            return false;
        }
    }

    char quote() {
        return caret.quote();
    }

    /** A value of the kind that is open, or else the one that asks for exactly this text. */
    Value written(String value) {
        return switch (caret.quote()) {
            case '`' -> new Value.Exact(value, PLACE);
            case '"', '\'' -> new Value.Phrase(value, PLACE);
            default -> bare(value) ? new Value.Bare(value, PLACE) : new Value.Exact(value, PLACE);
        };
    }

    /** A bare word may be a part of a text, so whole values of such fields stand in backticks. */
    private boolean bare(String value) {
        if (term.field().type() != FieldType.TEXT) {
            return UNQUOTED.matcher(value).matches();
        }
        return switch (term.field().shape().match()) {
            case KEY, UPPER_KEY ->
                    PLAIN.matcher(value).matches() && !value.equalsIgnoreCase("null");
            case WORDS, LOWER_WORDS -> false;
        };
    }

    /** What is looked for in upper case finds nothing that has lower case. */
    private boolean folded(String value) {
        return term.field().shape().match() == TextMatch.UPPER_KEY
                && !value.toUpperCase(Locale.ROOT).equals(value);
    }

    private static boolean sayable(String value) {
        try {
            Lexer.refuseWhatIsNoText(value);
            return true;
        } catch (QueryException _) {
            return false;
        }
    }
}
