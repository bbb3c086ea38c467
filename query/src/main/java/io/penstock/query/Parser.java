package io.penstock.query;

import io.penstock.query.Token.Kind;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;

/**
 * Query text → tree. {@code not} binds stronger than {@code and}, {@code and} stronger than {@code
 * or}; keywords in any case. Example: {@code Parser.parse("a:1 or b:2 and not c:3")}.
 *
 * <p>Open parentheses are kept in a list and not on the call stack, so that deep nesting costs no
 * stack.
 */
public final class Parser {

    /** Longest text, in characters. */
    public static final int TEXT_MAX = 8_000;

    /** Deepest nesting of parentheses, groups and nots. */
    public static final int DEPTH_MAX = 1_000;

    private final TokenReader tokens;
    private final TermParser terms;
    private final Deque<OpenLevel> levels = new ArrayDeque<>();

    private int leafAt;
    private Reading reading = Reading.OPERAND;

    /** What was being read when the reading ended. */
    enum Reading {
        /** A field, a word, or a parenthesis is to come. */
        OPERAND,
        /** A field with its operator has begun. */
        TERM,
        /** Words or a term have been read. */
        JOINT
    }

    Parser(TokenReader tokens) {
        this.tokens = tokens;
        this.terms = new TermParser(tokens);
        levels.push(OpenLevel.outermost(tokens.peek()));
    }

    /**
     * @throws QueryException when the text is not a query; the fault says where and what was
     *     expected
     */
    public static Query parse(String text) {
        if (text.length() > TEXT_MAX) {
            throw new QueryException(
                    TEXT_MAX + 1,
                    "The query has " + text.length() + " characters, allowed are " + TEXT_MAX + ".",
                    "Shorten it; several values of one field fit into a list: field:[a, b]");
        }
        var tokens = new TokenReader(Lexer.tokens(text));
        return tokens.peek().is(Kind.END) ? new Query.All() : new Parser(tokens).query();
    }

    Query query() {
        do {
            reading = Reading.OPERAND;
            operand();
        } while (joins());
        return levels.pop().query();
    }

    Reading reading() {
        return reading;
    }

    /** Tokens that were read before the last words or the last term. */
    int leafAt() {
        return leafAt;
    }

    /** What is still open, the innermost first; empty when the query has been read to its end. */
    Deque<OpenLevel> levels() {
        return levels;
    }

    /** How deep the place is that was reached. */
    int depth() {
        var depth = levels.size() - 1;
        for (var level : levels) {
            depth += level.nots();
        }
        return depth;
    }

    /** Reads up to and with the next word or term, opening levels on the way. */
    private void operand() {
        while (true) {
            var token = tokens.peek();
            if (token.isWord("not") && !tokens.peek(1).is(Kind.OPERATOR)) {
                levels.getFirst().negate();
                checkDepth(tokens.next());
            } else if (token.is(Kind.LEFT_PARENTHESIS)) {
                open(OpenLevel.parenthesis(tokens.next()));
            } else if (terms.groupFollows()) {
                var path = terms.groupPath();
                open(OpenLevel.group(path, tokens.next()));
            } else {
                levels.getFirst().add(leaf());
                return;
            }
        }
    }

    private Query leaf() {
        leafAt = tokens.read();
        if (terms.termFollows()) {
            reading = Reading.TERM;
            return terms.term();
        }
        if (tokens.peek().isValue() && !keyword(tokens.peek())) {
            return words();
        }
        throw expected("a field, a word or '('");
    }

    private Query words() {
        var values = new ArrayList<Value>();
        do {
            values.add(TermParser.value(tokens.next()));
        } while (tokens.peek().isValue() && !keyword(tokens.peek()) && !terms.termFollows());
        return new Query.Words(values);
    }

    /** Closes levels, then says whether another operand must follow. */
    private boolean joins() {
        reading = Reading.JOINT;
        while (levels.size() > 1 && tokens.peek().is(Kind.RIGHT_PARENTHESIS)) {
            tokens.next();
            var closed = levels.pop();
            levels.getFirst().add(closed.query());
        }
        if (tokens.peek().isWord("and")) {
            tokens.next();
            return true;
        }
        if (tokens.peek().isWord("or")) {
            tokens.next();
            levels.getFirst().alternative();
            return true;
        }
        end();
        return false;
    }

    private void end() {
        var found = tokens.peek();
        var open = levels.getFirst().opened();
        if (found.is(Kind.END) && levels.size() > 1) {
            throw new QueryException(
                    open.column(),
                    "The parenthesis '(' is opened and never closed.",
                    "Close it with ')', or put a value that holds it in quotes.");
        }
        if (found.is(Kind.RIGHT_PARENTHESIS)) {
            throw new QueryException(
                    found.column(),
                    "There is no open parenthesis for this ')'.",
                    "Take it out, or put a value that holds it in quotes.");
        }
        if (!found.is(Kind.END)) {
            throw expected(
                    levels.size() > 1 ? "and, or, or ')'" : "and, or, or the end of the query");
        }
    }

    private void open(OpenLevel level) {
        levels.push(level);
        checkDepth(level.opened());
    }

    private void checkDepth(Token token) {
        if (depth() > DEPTH_MAX) {
            throw new QueryException(
                    token.column(),
                    "The query is nested deeper than " + DEPTH_MAX + " levels.",
                    "Take out parentheses, or a not before a not.");
        }
    }

    static boolean keyword(Token token) {
        return token.isWord("and") || token.isWord("or") || token.isWord("not");
    }

    private QueryException expected(String what) {
        return new QueryException(
                tokens.peek().column(),
                "Expected " + what + ", found " + tokens.peek().shown() + ".",
                hint());
    }

    private String hint() {
        return switch (tokens.peek().text()) {
            case "!" -> "There is no operator '!='. Write: not field:value";
            case "&", "&&" -> "Write: and";
            case "|", "||" -> "Write: or";
            default ->
                    tokens.afterValue()
                            ? "A value with blanks is written in backticks (`…`) or quotes (\"…\")."
                            : "A query is made of field:value, joined by and, or and not.";
        };
    }
}
