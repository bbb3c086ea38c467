package io.penstock.vendor.crowdstrike.simulation.text;

import java.nio.charset.StandardCharsets;

/**
 * Writes JSON as the vendor's gateway does: one blank of indent per level, a blank after the colon,
 * {@code {}} and {@code []} when empty. It can start in the middle of an object, which a JSON
 * library's generator cannot: pieces of a record are written, and compressed, apart.
 */
public final class Pretty {

    private final StringBuilder out = new StringBuilder(1024);
    private int depth;
    // Bit d is set when the object or array at depth d has a member already.
    private long used;

    private Pretty(int depth, boolean used) {
        this.depth = depth;
        this.used = used ? 1L << depth : 0;
    }

    /** A whole document. */
    public static Pretty document() {
        return new Pretty(0, false);
    }

    /** Members of an object at a depth, to follow members that were written before. */
    public static Pretty continued(int depth) {
        return new Pretty(depth, true);
    }

    /** An element of an array: starts with its opening brace, indented. */
    public static Pretty element(int depth) {
        Pretty pretty = new Pretty(depth, false);
        pretty.begin();
        return pretty;
    }

    public Pretty text(String name, String value) {
        name(name);
        quoted(value);
        return this;
    }

    public Pretty number(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    /** A value that is JSON already, such as {@code 0.05} or {@code null}. */
    public Pretty raw(String name, String json) {
        name(name);
        out.append(json);
        return this;
    }

    public Pretty flag(String name, boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    public Pretty texts(String name, Iterable<String> values) {
        array(name);
        values.forEach(this::item);
        return end(']');
    }

    public Pretty object(String name) {
        name(name);
        return open('{');
    }

    public Pretty array(String name) {
        name(name);
        return open('[');
    }

    public Pretty item(String value) {
        begin();
        quoted(value);
        return this;
    }

    public Pretty itemObject() {
        begin();
        return open('{');
    }

    public Pretty openDocument() {
        return open('{');
    }

    public Pretty endObject() {
        return end('}');
    }

    public Pretty endArray() {
        return end(']');
    }

    /** What was written so far. */
    public byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private Pretty open(char bracket) {
        out.append(bracket);
        depth++;
        used &= ~(1L << depth);
        return this;
    }

    private Pretty end(char bracket) {
        boolean members = (used & 1L << depth) != 0;
        depth--;
        if (members) {
            out.append('\n').repeat(' ', depth);
        }
        out.append(bracket);
        return this;
    }

    private void name(String name) {
        begin();
        quoted(name);
        out.append(": ");
    }

    private void begin() {
        if ((used & 1L << depth) != 0) {
            out.append(',');
        }
        used |= 1L << depth;
        if (depth > 0) {
            out.append('\n').repeat(' ', depth);
        }
    }

    private void quoted(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(c < 16 ? '0' : '1')
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
