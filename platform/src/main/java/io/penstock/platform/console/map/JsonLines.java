package io.penstock.platform.console.map;

/**
 * Breaks JSON into lines without touching a character of its values, so that what is tried is what
 * the vendor sent: numbers keep their digits and names their order.
 */
final class JsonLines {

    private static final int DEPTH_MAX = 20;

    private final String json;
    private final StringBuilder text;
    private int depth;

    private JsonLines(String json) {
        this.json = json;
        this.text = new StringBuilder(json.length() * 3 / 2);
    }

    /** Text that is no JSON comes out with other white space, and nothing else changed. */
    static String indented(String json) {
        return new JsonLines(json).written();
    }

    private String written() {
        for (var i = 0; i < json.length(); i++) {
            var c = json.charAt(i);
            if (c == '"') {
                i = quoted(i);
            } else if (!Character.isWhitespace(c)) {
                i = mark(c, i);
            }
        }
        return text.toString();
    }

    /** Copies a text to its closing quote and gives the place of that. */
    private int quoted(int from) {
        var at = from + 1;
        while (at < json.length() && json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        var end = Math.min(at, json.length() - 1);
        text.append(json, from, end + 1);
        return end;
    }

    /** Writes one character that stands between values, and gives the place of the last one. */
    private int mark(char c, int at) {
        switch (c) {
            case '{', '[' -> {
                return open(c, at);
            }
            case '}', ']' -> {
                depth--;
                line();
                text.append(c);
            }
            case ',' -> {
                text.append(c);
                line();
            }
            case ':' -> text.append(": ");
            default -> text.append(c);
        }
        return at;
    }

    private int open(char c, int at) {
        var next = next(at + 1);
        if (next < json.length() && "}]".indexOf(json.charAt(next)) >= 0) {
            text.append(c).append(json.charAt(next));
            return next;
        }
        depth++;
        text.append(c);
        line();
        return at;
    }

    private int next(int from) {
        var at = from;
        while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
            at++;
        }
        return at;
    }

    private void line() {
        text.append('\n').repeat("  ", Math.clamp(depth, 0, DEPTH_MAX));
    }
}
