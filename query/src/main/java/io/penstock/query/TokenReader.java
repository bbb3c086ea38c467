package io.penstock.query;

import java.util.List;

/** Walks over the tokens of one query; never past the END. */
final class TokenReader {

    private final List<Token> tokens;
    private int at;

    TokenReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        var token = peek();
        at++;
        return token;
    }

    /** How many tokens have been read. */
    int read() {
        return at;
    }

    /** Those from a place on, without the END. */
    List<Token> since(int place) {
        return tokens.subList(Math.min(place, tokens.size() - 1), tokens.size() - 1);
    }

    /** True when the token before this one was a value and this one could continue it. */
    boolean afterValue() {
        return at > 0 && tokens.get(at - 1).isValue() && peek().isValue();
    }
}
