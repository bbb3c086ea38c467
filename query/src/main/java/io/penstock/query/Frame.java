package io.penstock.query;

/**
 * SQL around a condition: a sub-select over another table, with {@code {}} where the condition
 * goes. Example: {@code f.asset_id in (select a.asset_id from asset a where a.tenant_id = :tenant
 * and {})}.
 *
 * @param text constant SQL of the catalogue, never anything a user typed; may use {@code :tenant}
 */
public record Frame(String text) {

    private static final String HOLE = "{}";

    public Frame {
        if (text.indexOf(HOLE) < 0 || text.indexOf(HOLE) != text.lastIndexOf(HOLE)) {
            throw new IllegalArgumentException("a frame has exactly one {}: " + text);
        }
    }

    String around(String condition) {
        return text.replace(HOLE, condition);
    }
}
