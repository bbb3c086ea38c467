package io.penstock.query;

import io.penstock.query.Token.Kind;

import java.util.ArrayList;
import java.util.List;

/** The part of the grammar after a field's name: operator and value, list, range, null. */
final class TermParser {

    /** Most values in one list. */
    static final int LIST_MAX = 1_000;

    private final TokenReader tokens;

    TermParser(TokenReader tokens) {
        this.tokens = tokens;
    }

    /** At {@code field:value}, {@code field is null}. */
    boolean termFollows() {
        var token = tokens.peek();
        return token.is(Kind.WORD)
                && (tokens.peek(1).is(Kind.OPERATOR)
                        || (tokens.peek(1).isWord("is") && nullFollows()));
    }

    /** At {@code path:(…)} that is not {@code field:(a .. b)}. */
    boolean groupFollows() {
        return tokens.peek().is(Kind.WORD)
                && tokens.peek(1).is(Kind.OPERATOR)
                && tokens.peek(2).is(Kind.LEFT_PARENTHESIS)
                && !(tokens.peek(3).isValue() && tokens.peek(4).is(Kind.DOTS));
    }

    /** Reads a group's path and its colon. */
    Token groupPath() {
        var path = name();
        var operator = tokens.next();
        if (!operator.text().equals(":")) {
            throw new QueryException(
                    operator.column(),
                    "A group is written with ':', found " + operator.shown() + ".",
                    "Write: " + path.text() + ":(field:value)");
        }
        return path;
    }

    Query term() {
        if (!tokens.peek(1).is(Kind.OPERATOR)) {
            return nullTest();
        }
        var field = name();
        var operator = Operator.of(tokens.next().text());
        return new Query.Term(field.text(), predicate(operator), new Place(field.column()));
    }

    private Token name() {
        var field = tokens.next();
        if (field.text().endsWith("!")) {
            throw new QueryException(
                    field.column() + field.text().length() - 1,
                    "There is no operator '!='.",
                    "Write: not field:value");
        }
        return field;
    }

    private boolean nullFollows() {
        return tokens.peek(2).isWord("null")
                || (tokens.peek(2).isWord("not") && tokens.peek(3).isWord("null"));
    }

    private Query nullTest() {
        var field = tokens.next();
        tokens.next();
        var negated = tokens.next().isWord("not");
        if (negated) {
            tokens.next();
        }
        var missing =
                new Query.Term(field.text(), new Predicate.Missing(), new Place(field.column()));
        return negated ? new Query.Not(missing) : missing;
    }

    static Value value(Token token) {
        var place = new Place(token.column());
        return switch (token.kind()) {
            case EXACT -> new Value.Exact(token.text(), place);
            case PHRASE -> new Value.Phrase(token.text(), place);
            default -> new Value.Bare(token.text(), place);
        };
    }

    private Predicate predicate(Operator operator) {
        var token = tokens.peek();
        if (token.is(Kind.LEFT_BRACKET) || token.is(Kind.LEFT_PARENTHESIS)) {
            if (operator.ordering()) {
                throw expected("one value after '" + operator.symbol() + "'");
            }
            return token.is(Kind.LEFT_PARENTHESIS) ? range(false) : bracketed();
        }
        var value = value(take("a value after '" + operator.symbol() + "'"));
        if (!operator.ordering() && value instanceof Value.Bare bare) {
            return switch (bare.text()) {
                case "*" -> new Predicate.Present();
                case String text when text.equalsIgnoreCase("null") -> new Predicate.Missing();
                default -> new Predicate.Compare(operator, value);
            };
        }
        return new Predicate.Compare(operator, value);
    }

    private Predicate bracketed() {
        return tokens.peek(1).isValue() && tokens.peek(2).is(Kind.DOTS) ? range(true) : list();
    }

    private Predicate range(boolean inclusive) {
        var close = inclusive ? Kind.RIGHT_BRACKET : Kind.RIGHT_PARENTHESIS;
        tokens.next();
        var from = value(take("the start of a range"));
        tokens.next();
        var to = value(take("the end of the range"));
        if (!tokens.peek().is(close)) {
            throw expected(inclusive ? "']' after the range" : "')' after the range");
        }
        tokens.next();
        return new Predicate.Between(from, to, inclusive);
    }

    private Predicate list() {
        tokens.next();
        var values = new ArrayList<Value>();
        values.add(value(take("a value in the list")));
        while (tokens.peek().is(Kind.COMMA)) {
            var comma = tokens.next();
            if (values.size() == LIST_MAX) {
                throw new QueryException(
                        comma.column(),
                        "A list has at most " + LIST_MAX + " values.",
                        "Split it: field:[a, b] or field:[c, d]");
            }
            values.add(value(take("a value after ','")));
        }
        if (!tokens.peek().is(Kind.RIGHT_BRACKET)) {
            throw expected("',' or ']' in the list");
        }
        tokens.next();
        return new Predicate.AnyOf(List.copyOf(values));
    }

    private Token take(String what) {
        if (!tokens.peek().isValue()) {
            throw expected(what);
        }
        return tokens.next();
    }

    private QueryException expected(String what) {
        var found = tokens.peek();
        return new QueryException(
                found.column(),
                "Expected " + what + ", found " + found.shown() + ".",
                "Values are written: a, `a b`, \"a b\", [a, b], [1 .. 5], (1 .. 5)");
    }
}
