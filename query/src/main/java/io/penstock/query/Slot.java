package io.penstock.query;

import io.penstock.query.Token.Kind;

import java.util.ArrayList;
import java.util.List;

/** What the grammar expects at the caret. */
sealed interface Slot {

    /** Nothing helps: what stands before is wrong already, or too long. */
    record Nothing() implements Slot {}

    /**
     * A field, a word, {@code not}, a parenthesis.
     *
     * @param deeper true when one more level may be opened
     */
    record Operand(Scope scope, boolean deeper) implements Slot {}

    /** What follows a whole term, or words. */
    record Joint(boolean open) implements Slot {}

    /** After a word that is the only one so far: a field's name perhaps. */
    record AfterWord(Operand place, String name, Joint joint) implements Slot {}

    /** After {@code field is} or {@code field is not}. */
    record NullTest(boolean negated) implements Slot {}

    /**
     * After a field and its operator.
     *
     * @param written the tokens behind the operator
     */
    record Term(QueryField field, Operator operator, List<Token> written, Joint joint)
            implements Slot {

        public Term {
            written = List.copyOf(written);
        }

        boolean valueExpected() {
            return written.isEmpty() || !written.getLast().isValue();
        }

        boolean bracketed() {
            return !written.isEmpty();
        }

        boolean exclusive() {
            return bracketed() && written.getFirst().is(Kind.LEFT_PARENTHESIS);
        }

        boolean range() {
            return written.stream().anyMatch(token -> token.is(Kind.DOTS));
        }

        long values() {
            return written.stream().filter(Token::isValue).count();
        }

        /** The same with one more value. */
        Term with(Token value) {
            var more = new ArrayList<>(written);
            more.add(value);
            return new Term(field, operator, more, joint);
        }

        /** What would be asked of the field with this value. */
        Predicate asked(Value value) {
            if (range()) {
                return new Predicate.Between(TermParser.value(written.get(1)), value, !exclusive());
            }
            if (exclusive()) {
                return new Predicate.Between(value, value, false);
            }
            return bracketed()
                    ? new Predicate.AnyOf(List.of(value))
                    : new Predicate.Compare(operator, value);
        }
    }
}
