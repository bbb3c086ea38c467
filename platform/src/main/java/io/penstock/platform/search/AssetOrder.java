package io.penstock.platform.search;

import java.util.Map;

/**
 * An order of assets. Each has a key and the asset's id behind it, so that a page begins where the
 * one before ended. Names go by the index that serves "begins with"; the others sort one row for
 * each asset that matches, of which there are few.
 */
public enum AssetOrder {
    NAME_ASC("lower(a.name)", true),
    NAME_DESC("lower(a.name)", false),
    SCORE_DESC("a.score", false),
    SCORE_ASC("a.score", true),
    CRITICALITY_DESC("a.criticality", false),
    CRITICALITY_ASC("a.criticality", true),
    LAST_SEEN_DESC("a.last_seen", false),
    LAST_SEEN_ASC("a.last_seen", true);

    private final String key;
    private final boolean rising;

    AssetOrder(String key, boolean rising) {
        this.key = key;
        this.rising = rising;
    }

    /** The pattern operators for names, because the index has their order. */
    String clause() {
        var way = rising ? "asc" : "desc";
        return isName()
                ? key + " using " + (rising ? "~<~" : "~>~") + ", a.asset_id " + way
                : key + " " + way + ", a.asset_id " + way;
    }

    /** A condition on what stands behind {@code :key} and {@code :id}. */
    String after() {
        var sign = rising ? ">" : "<";
        if (!isName()) {
            return "and (" + key + ", a.asset_id) " + sign + " (:key, :id)";
        }
        return "and %1$s ~%2$s=~ :key and (%1$s ~%2$s~ :key or a.asset_id %2$s :id)"
                .formatted(key, sign);
    }

    /** The key of a row, as text. */
    String of(AssetRows.Plain row) {
        return switch (this) {
            case NAME_ASC, NAME_DESC -> row.folded();
            case SCORE_DESC, SCORE_ASC -> String.valueOf(row.state().score());
            case CRITICALITY_DESC, CRITICALITY_ASC -> String.valueOf(row.state().criticality());
            case LAST_SEEN_DESC, LAST_SEEN_ASC -> row.state().lastSeen().toString();
        };
    }

    /**
     * Binds a key that came back.
     *
     * @throws IllegalArgumentException or DateTimeException when it is none
     */
    void bind(String text, Map<String, Object> binds) {
        switch (this) {
            case NAME_ASC, NAME_DESC -> binds.put("key", text);
            case SCORE_DESC, SCORE_ASC, CRITICALITY_DESC, CRITICALITY_ASC ->
                    binds.put("key", Integer.parseInt(text));
            case LAST_SEEN_DESC, LAST_SEEN_ASC -> binds.put("key", Cursor.time(text));
        }
    }

    /** What a cursor of this order belongs to; that of names is the query alone. */
    String bound(String query) {
        return this == NAME_ASC ? query : name() + " " + query;
    }

    private boolean isName() {
        return this == NAME_ASC || this == NAME_DESC;
    }
}
