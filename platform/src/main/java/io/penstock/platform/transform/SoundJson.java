package io.penstock.platform.transform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of one JSON value, taken from the left. It knows no more than sound JSON and gives up
 * on everything else, and on what is rare: whoever called then asks a parser, which takes it or
 * says what is wrong. So it must never take what that parser does not, nor give another value. One
 * thread.
 */
final class SoundJson {

    /** The bytes are not sound, or not of the usual kind. */
    static final class Odd extends Exception {
        private static final long serialVersionUID = 1L;

        private Odd() {
            super(null, null, false, false);
        }
    }

    /** Fewer levels than the parser takes, and few enough for a stack. */
    private static final int DEPTH_MAX = 100;

    private static final int NUMBER_MAX = 100;
    private static final int NAME_MAX = 1_000;

    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] NULL = ascii("null");

    private final JsonTexts texts = new JsonTexts();
    private byte[] bytes = {};
    private int at;
    private int end;

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    void over(byte[] buffer, int from, int to) {
        bytes = buffer;
        at = from;
        end = to;
    }

    int place() {
        return at;
    }

    /** What lies between a place and here. */
    byte[] since(int place) {
        return Arrays.copyOfRange(bytes, place, at);
    }

    /** The next byte that is no white space, without taking it. */
    byte peek() throws Odd {
        while (at < end) {
            var c = bytes[at];
            if (c > ' ') {
                return c;
            }
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                throw new Odd();
            }
            at++;
        }
        throw new Odd();
    }

    void take(char wanted) throws Odd {
        if (peek() != wanted) {
            throw new Odd();
        }
        at++;
    }

    /** Checks that a text is the next thing. */
    void quote() throws Odd {
        if (peek() != '"') {
            throw new Odd();
        }
    }

    /** Takes a bracket or comma if it is the next thing. */
    boolean took(char wanted) throws Odd {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    /** Takes exactly these bytes if they are the next ones. */
    boolean took(byte[] wanted) {
        var after = at + wanted.length;
        if (after > end || !Arrays.equals(bytes, at, after, wanted, 0, wanted.length)) {
            return false;
        }
        at = after;
        return true;
    }

    /** Takes a member's name. */
    String name() throws Odd {
        var from = at;
        var name = text();
        if (at - from > NAME_MAX) {
            throw new Odd();
        }
        return name;
    }

    /** Takes a text; it holds no NUL and no halves of characters. */
    String text() throws Odd {
        var from = at;
        passText();
        var text = texts.of(bytes, from, at);
        if (text == null) {
            throw new Odd();
        }
        return text;
    }

    /** Takes a number, {@code true} or {@code false}, as it was sent. */
    String scalar() throws Odd {
        var from = at;
        pass(0);
        return new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
    }

    /** Goes behind the value that begins here, so many levels down. */
    void pass(int depth) throws Odd {
        switch (peek()) {
            case '"' -> passText();
            case '{' -> passObject(depth + 1);
            case '[' -> passArray(depth + 1);
            case 't' -> passWord(TRUE);
            case 'f' -> passWord(FALSE);
            case 'n' -> passWord(NULL);
            default -> passNumber();
        }
    }

    /** Checks that so many levels are few enough. */
    static void level(int depth) throws Odd {
        if (depth > DEPTH_MAX) {
            throw new Odd();
        }
    }

    private void passObject(int depth) throws Odd {
        level(depth);
        at++;
        if (took('}')) {
            return;
        }
        do {
            quote();
            var from = at;
            passText();
            if (at - from > NAME_MAX) {
                throw new Odd();
            }
            take(':');
            pass(depth);
        } while (took(','));
        take('}');
    }

    private void passArray(int depth) throws Odd {
        level(depth);
        at++;
        if (took(']')) {
            return;
        }
        do {
            pass(depth);
        } while (took(','));
        take(']');
    }

    private void passWord(byte[] word) throws Odd {
        if (!took(word)) {
            throw new Odd();
        }
    }

    private void passNumber() throws Odd {
        var from = at;
        if (bytes[at] == '-') {
            at++;
        }
        var zero = at < end && bytes[at] == '0';
        if (digits() > 1 && zero) {
            throw new Odd();
        }
        if (at < end && bytes[at] == '.') {
            at++;
            digits();
        }
        if (at < end && (bytes[at] | 0x20) == 'e') {
            at++;
            if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
                at++;
            }
            digits();
        }
        if (at - from > NUMBER_MAX) {
            throw new Odd();
        }
    }

    private int digits() throws Odd {
        var from = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw new Odd();
        }
        return at - from;
    }

    /** Goes behind the text whose quote is the next byte. */
    private void passText() throws Odd {
        var after = texts.pass(bytes, at, end);
        if (after < 0) {
            throw new Odd();
        }
        at = after;
    }
}
