package io.penstock.platform.search;

/**
 * An order of findings: that of the one index which answers by itself however many there are (ADR
 * 0027), from its one end or from the other.
 */
public enum FindingOrder {
    /** Severity from 5 to 1, then last found, newest first. */
    WORST_FIRST("f.severity desc, f.last_found desc, f.finding_id", "<", ">"),
    /** The same list from its end. */
    MILDEST_FIRST("f.severity, f.last_found, f.finding_id desc", ">", "<");

    private final String clause;
    private final String after;

    FindingOrder(String clause, String onward, String id) {
        this.clause = clause;
        this.after =
                """
                and (f.severity, f.last_found) %1$s= (:severity, :lastFound)
                and (f.severity %1$s :severity or f.last_found %1$s :lastFound
                    or f.finding_id %2$s :id)
                """
                        .formatted(onward, id);
    }

    String clause() {
        return clause;
    }

    /**
     * A condition on what stands behind a {@link FindingPlace}. The first two columns have one
     * direction, so that the index finds the place by itself.
     */
    String after() {
        return after;
    }

    /** What a cursor of this order belongs to; that of the worst is the query alone. */
    String bound(String query) {
        return this == WORST_FIRST ? query : name() + " " + query;
    }
}
