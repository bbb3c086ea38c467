package io.penstock.query;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What has been read inside one parenthesis that is still open, or at the outermost level. */
final class OpenLevel {

    private final Token opened;
    private final @Nullable Token group;
    private final List<Query> alternatives = new ArrayList<>();
    private List<Query> parts = new ArrayList<>();
    private int nots;

    private OpenLevel(Token opened, @Nullable Token group) {
        this.opened = opened;
        this.group = group;
    }

    static OpenLevel outermost(Token first) {
        return new OpenLevel(first, null);
    }

    static OpenLevel parenthesis(Token opened) {
        return new OpenLevel(opened, null);
    }

    static OpenLevel group(Token path, Token opened) {
        return new OpenLevel(opened, path);
    }

    Token opened() {
        return opened;
    }

    /** The path of a group, or empty. */
    String path() {
        return group == null ? "" : group.text();
    }

    /** Nots that wait for their operand. */
    int nots() {
        return nots;
    }

    void negate() {
        nots++;
    }

    void add(Query operand) {
        var part = operand;
        for (; nots > 0; nots--) {
            part = new Query.Not(part);
        }
        parts.add(part);
    }

    /** An {@code or} was read: what follows is another alternative. */
    void alternative() {
        alternatives.add(conjunction());
        parts = new ArrayList<>();
    }

    Query query() {
        alternatives.add(conjunction());
        var query = alternatives.size() == 1 ? alternatives.getFirst() : new Query.Or(alternatives);
        return group == null
                ? query
                : new Query.Group(group.text(), query, new Place(group.column()));
    }

    private Query conjunction() {
        return parts.size() == 1 ? parts.getFirst() : new Query.And(parts);
    }
}
