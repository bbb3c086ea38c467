package io.penstock.query;

import io.penstock.query.Token.Kind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A text and the place in it where a person types.
 *
 * @param at 0-based, never between the two halves of one character
 * @param settled the tokens before the one that is being typed, an END last
 * @param typed the word or open quoted value that ends at the caret
 * @param to where that token ends, or the caret
 * @param readable false when what stands before the caret cannot be cut into tokens
 */
record Caret(
        String text, int at, List<Token> settled, @Nullable Token typed, int to, boolean readable) {

    private static final String AFTER_VALUE = ")],.";

    Caret {
        settled = List.copyOf(settled);
    }

    /** A place outside of the text is taken as its start or its end. */
    static Caret of(String text, int caret) {
        var at = whole(text, Math.clamp(caret, 0, text.length()));
        var cut = Lexer.cut(text.substring(0, at));
        var tokens = new ArrayList<>(cut.tokens());
        var typed = cut.readable() && typing(cut, at) ? tokens.removeLast() : null;
        tokens.add(Lexer.end(text.substring(0, at)));
        return new Caret(text, at, tokens, typed, end(text, at, typed), cut.readable());
    }

    private static int whole(String text, int caret) {
        return caret > 0
                        && caret < text.length()
                        && Character.isSurrogatePair(text.charAt(caret - 1), text.charAt(caret))
                ? caret - 1
                : caret;
    }

    private static boolean typing(Lexer.Cut cut, int at) {
        return cut.open()
                || (!cut.tokens().isEmpty()
                        && cut.tokens().getLast().is(Kind.WORD)
                        && cut.tokens().getLast().end() == at);
    }

    /** What follows the caret counts only as the rest of the same word or of the same quotes. */
    private static int end(String text, int at, @Nullable Token typed) {
        if (typed == null) {
            return at;
        }
        var whole = Lexer.cut(text);
        return whole.tokens().stream()
                .filter(token -> token.column() == typed.column())
                .filter(token -> typed.is(Kind.WORD) || closed(text, token, whole))
                .findFirst()
                .map(token -> Math.max(at, token.end()))
                .orElse(at);
    }

    /** A quote that a word follows at once is the opening one of another value. */
    private static boolean closed(String text, Token token, Lexer.Cut whole) {
        return !whole.open()
                && (token.end() == text.length()
                        || Lexer.blank(text.charAt(token.end()))
                        || AFTER_VALUE.indexOf(text.charAt(token.end())) >= 0);
    }

    int from() {
        return typed == null ? at : typed.start();
    }

    /** What has been typed of the token, without its quote. */
    String prefix() {
        return typed == null ? "" : typed.text();
    }

    /** What an accepted suggestion replaces. */
    String present() {
        return text.substring(from(), to);
    }

    /** The quote that is open, or 0. */
    char quote() {
        return typed == null || typed.is(Kind.WORD) ? 0 : text.charAt(typed.start());
    }

    /** True when a word may begin right here. */
    boolean afterBlank() {
        return from() == 0 || Lexer.blank(text.charAt(from() - 1));
    }

    boolean beforeBlank() {
        return to < text.length() && Lexer.blank(text.charAt(to));
    }

    /** Characters that may stand instead of the range. */
    int room() {
        return Parser.TEXT_MAX - text.length() + to - from();
    }
}
