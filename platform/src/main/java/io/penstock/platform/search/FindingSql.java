package io.penstock.platform.search;

/**
 * The statements that find findings. Each first finds keys, which one index answers by itself
 * however many rows it passes over, and fetches whole rows only for those that are shown.
 */
final class FindingSql {

    /** Of a finding that several records speak of. */
    static final String SHARED = "f.records > 1";

    private FindingSql() {}

    /** The matching rows, for whoever counts them. */
    static String matching(String condition) {
        return "finding f where f.tenant_id = :tenant and " + condition;
    }

    /**
     * The same where no finding is shared. A condition that looks into the records of a finding can
     * neither be answered by the index of the sums nor by several processes at once.
     */
    static String matchingUnshared(String condition) {
        return matching("f.records = 1 and " + condition.replace(SHARED, "false"));
    }

    /** The worst of them, up to the bound of a count. */
    static String worst(String condition) {
        return "(select f.* from %s order by %s limit %d) f"
                .formatted(
                        matching(condition),
                        FindingOrder.WORST_FIRST.clause(),
                        ResultPage.COUNT_MAX);
    }

    /** The first {@code :limit} rows. */
    static String firstPage(String condition, FindingOrder order) {
        return page(condition, "", order);
    }

    /** The next {@code :limit} rows behind a {@link FindingPlace}. */
    static String followingPage(String condition, FindingOrder order) {
        return page(condition, order.after(), order);
    }

    private static String page(String condition, String after, FindingOrder order) {
        return """
        select %s
        from (
            select f.finding_id from %s %s order by %s limit :limit
        ) found
        join finding f on f.tenant_id = :tenant and f.finding_id = found.finding_id
        %s
        order by %s
        """
                .formatted(
                        FindingRows.COLUMNS,
                        matching(condition),
                        after,
                        order.clause(),
                        FindingRows.JOINS,
                        order.clause());
    }
}
