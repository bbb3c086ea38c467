package io.penstock.vendor.crowdstrike.simulation.fql;

import io.penstock.vendor.crowdstrike.simulation.fql.Fql.Operator;

/** Reads the words of a filter, one after the other. Used by one thread. */
final class FqlScanner {

    private final String text;
    private int at;

    FqlScanner(String text) {
        this.text = text;
    }

    boolean ended() {
        return at == text.length();
    }

    int position() {
        return at;
    }

    boolean take(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char wanted) {
        if (!take(wanted)) {
            throw FqlParser.unreadable("expected " + wanted + " at " + at);
        }
    }

    String property() {
        int start = at;
        while (at < text.length() && wordCharacter(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw FqlParser.unreadable("expected a property at " + start);
        }
        return text.substring(start, at);
    }

    private static boolean wordCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '.';
    }

    Operator operator() {
        if (take('!')) {
            return take('~')
                    ? Operator.NOT_MATCHES
                    : take('*') ? Operator.NOT_WILDCARD : Operator.NOT;
        }
        if (take('>')) {
            return take('=') ? Operator.GREATER_OR_EQUAL : Operator.GREATER;
        }
        if (take('<')) {
            return take('=') ? Operator.LESS_OR_EQUAL : Operator.LESS;
        }
        if (take('~')) {
            return Operator.MATCHES;
        }
        return take('*') ? Operator.WILDCARD : Operator.EQUALS;
    }

    Fql.Value value() {
        if (take('\'')) {
            return new Fql.Value(quoted('\''), true);
        }
        if (take('"')) {
            return new Fql.Value(quoted('"'), true);
        }
        int start = at;
        while (at < text.length() && (wordCharacter(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        String bare = text.substring(start, at);
        if (bare.equals("true") || bare.equals("false") || bare.equals("null") || number(bare)) {
            return new Fql.Value(bare, false);
        }
        throw FqlParser.unreadable("expected a value at " + start);
    }

    private String quoted(char quote) {
        int start = at - 1;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                return value.toString();
            }
            if (c == '\\' && at < text.length() && escapable(text.charAt(at))) {
                c = text.charAt(at++);
            }
            value.append(c);
        }
        throw FqlParser.unreadable("the quote at " + start + " is not closed");
    }

    private static boolean escapable(char c) {
        return c == '\'' || c == '"' || c == '\\';
    }

    private static boolean number(String bare) {
        return bare.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?");
    }
}
