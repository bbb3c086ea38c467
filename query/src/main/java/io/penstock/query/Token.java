package io.penstock.query;

/**
 * A piece of a query's text.
 *
 * @param text of a word or quoted value, without quotes; else as written
 * @param column 1-based
 * @param end 0-based, behind its last character
 */
record Token(Kind kind, String text, int column, int end) {

    enum Kind {
        WORD,
        EXACT,
        PHRASE,
        OPERATOR,
        LEFT_PARENTHESIS,
        RIGHT_PARENTHESIS,
        LEFT_BRACKET,
        RIGHT_BRACKET,
        COMMA,
        DOTS,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** 0-based place of its first character. */
    int start() {
        return column - 1;
    }

    /** True for what may stand where a value is expected. */
    boolean isValue() {
        return kind == Kind.WORD || kind == Kind.EXACT || kind == Kind.PHRASE;
    }

    /** As an error message names it. */
    String shown() {
        return kind == Kind.END ? "the end of the query" : "'" + text + "'";
    }
}
