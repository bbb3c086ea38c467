package io.penstock.query;

/**
 * SQL around a condition: a sub-select over another table, with {@code {}} wherever the condition
 * goes. Example: {@code f.asset_id in (select a.asset_id from asset a where a.tenant_id = :tenant
 * and {})}.
 *
 * @param text constant SQL of the catalogue, never anything a user typed; may use {@code :tenant}
 */
public record Frame(String text) {

    private static final String HOLE = "{}";

    public Frame {
        if (!text.contains(HOLE)) {
            throw new IllegalArgumentException("a frame has a {}: " + text);
        }
    }

    String around(String condition) {
        return text.replace(HOLE, condition);
    }
}
