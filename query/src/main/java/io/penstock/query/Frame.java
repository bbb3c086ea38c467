package io.penstock.query;

/**
 * SQL around a condition: a sub-select over another table, with {@code {}} where the condition
 * goes. Example: {@code f.asset_id in (select a.asset_id from asset a where a.tenant_id = :tenant
 * and {})}.
 *
 * @param text constant SQL of the catalogue, never anything a user typed; may use {@code :tenant}
 * @param many true when one row has several rows inside, so that "is null" means "has none"
 */
public record Frame(String text, boolean many) {

    private static final String HOLE = "{}";

    public Frame {
        if (text.indexOf(HOLE) < 0 || text.indexOf(HOLE) != text.lastIndexOf(HOLE)) {
            throw new IllegalArgumentException("a frame has exactly one {}: " + text);
        }
    }

    /** A frame whose sub-select finds at most one row. */
    public static Frame one(String text) {
        return new Frame(text, false);
    }

    /** A frame whose sub-select may find several rows; any of them may satisfy the condition. */
    public static Frame many(String text) {
        return new Frame(text, true);
    }

    String around(String condition) {
        return text.replace(HOLE, condition);
    }
}
