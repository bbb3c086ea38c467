package io.penstock.query;

import io.penstock.query.Token.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a query's text into tokens. A word ends at a blank, a bracket, a comma, two dots, or an
 * operator; where a value is expected, and in words that start with a digit, a colon belongs to the
 * word, so that times, MAC and IPv6 addresses need no quotes.
 */
final class Lexer {

    private static final String OPERATORS = ":=<>";
    private static final String BRACKETS = "()[],";
    private static final String TYPOGRAPHIC_QUOTES =
            "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean open;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens of a text, an END last. */
    static List<Token> tokens(String text) {
        refuseWhatIsNoText(text);
        var lexer = new Lexer(text);
        lexer.read();
        if (lexer.open) {
            throw unclosed(text, lexer.tokens.getLast());
        }
        lexer.tokens.add(end(text));
        return List.copyOf(lexer.tokens);
    }

    /**
     * The tokens of a text that is being typed, without an END.
     *
     * @param open the last one is a quoted value that nobody has closed
     * @param readable false when the text goes on with what is no token; the tokens end there
     */
    record Cut(List<Token> tokens, boolean open, boolean readable) {

        Cut {
            tokens = List.copyOf(tokens);
        }
    }

    /** As {@link #tokens}, but of any text. */
    static Cut cut(String text) {
        var lexer = new Lexer(text);
        try {
            lexer.read();
            refuseWhatIsNoText(text);
            return new Cut(lexer.tokens, lexer.open, true);
        } catch (QueryException _) {
            return new Cut(lexer.tokens, lexer.open, false);
        }
    }

    static Token end(String text) {
        return new Token(Kind.END, "", text.length() + 1, text.length());
    }

    private void read() {
        while (skipBlanks()) {
            tokens.add(next());
        }
    }

    private static QueryException unclosed(String text, Token token) {
        var quote = text.charAt(token.column() - 1);
        return new QueryException(
                token.column(),
                "The quote " + quote + " is opened and never closed.",
                "Close it with another " + quote + "; inside a value it is written twice.");
    }

    /** No database text can hold these, so they cannot match anything. */
    static void refuseWhatIsNoText(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.codePointAt(i);
            if (c == 0 || Character.getType(c) == Character.SURROGATE) {
                throw new QueryException(
                        i + 1,
                        String.format(Locale.ROOT, "U+%04X is not a character.", c),
                        "Take it out.");
            }
            i += Character.charCount(c) - 1;
        }
    }

    private boolean skipBlanks() {
        while (at < text.length() && blank(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private Token next() {
        var c = text.charAt(at);
        return switch (c) {
            case '(' -> single(Kind.LEFT_PARENTHESIS);
            case ')' -> single(Kind.RIGHT_PARENTHESIS);
            case '[' -> single(Kind.LEFT_BRACKET);
            case ']' -> single(Kind.RIGHT_BRACKET);
            case ',' -> single(Kind.COMMA);
            case '`' -> quoted(Kind.EXACT, c);
            case '"', '\'' -> quoted(Kind.PHRASE, c);
            case ':', '=', '<', '>' -> operator();
            default -> dots() > 1 ? piece(Kind.DOTS, Math.min(dots(), 3)) : word();
        };
    }

    private Token single(Kind kind) {
        return piece(kind, 1);
    }

    private Token piece(Kind kind, int length) {
        var start = at;
        at += length;
        return new Token(kind, text.substring(start, at), start + 1, at);
    }

    private Token operator() {
        var orEqual =
                text.charAt(at) != ':' && text.charAt(at) != '=' && text.startsWith("=", at + 1);
        return piece(Kind.OPERATOR, orEqual ? 2 : 1);
    }

    private int dots() {
        var end = at;
        while (end < text.length() && text.charAt(end) == '.') {
            end++;
        }
        return end - at;
    }

    private Token quoted(Kind kind, char quote) {
        var start = at;
        var value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) != quote) {
                value.append(text.charAt(at));
            } else if (text.startsWith(String.valueOf(quote), at + 1)) {
                value.append(quote);
                at++;
            } else {
                at++;
                return new Token(kind, value.toString(), start + 1, at);
            }
        }
        open = true;
        return new Token(kind, value.toString(), start + 1, at);
    }

    /** Text programs make them of straight quotes; taken as letters, they would find nothing. */
    private Token word() {
        if (TYPOGRAPHIC_QUOTES.indexOf(text.charAt(at)) >= 0) {
            throw new QueryException(
                    at + 1,
                    "Expected a straight quote, found " + text.charAt(at) + ".",
                    "Write \"…\" around a phrase and `…` around a whole value.");
        }
        var colonsBelong = valueExpected() || Character.isDigit(text.charAt(at));
        var end = at;
        while (end < text.length() && inWord(end, colonsBelong)) {
            end++;
        }
        return piece(Kind.WORD, end - at);
    }

    private boolean inWord(int index, boolean colonsBelong) {
        var c = text.charAt(index);
        if (c == ':') {
            return colonsBelong;
        }
        return !blank(c)
                && BRACKETS.indexOf(c) < 0
                && OPERATORS.indexOf(c) < 0
                && !text.startsWith("..", index);
    }

    private boolean valueExpected() {
        return !tokens.isEmpty()
                && switch (tokens.getLast().kind()) {
                    case OPERATOR, LEFT_BRACKET, COMMA, DOTS -> true;
                    case WORD,
                            EXACT,
                            PHRASE,
                            LEFT_PARENTHESIS,
                            RIGHT_PARENTHESIS,
                            RIGHT_BRACKET,
                            END ->
                            false;
                };
    }

    static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
