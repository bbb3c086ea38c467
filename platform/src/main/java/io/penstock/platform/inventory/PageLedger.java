package io.penstock.platform.inventory;

/**
 * What became of the records of a page; mapped = created + updated + unchanged + superseded (design
 * section 4, rule 6).
 */
public record PageLedger(
        int mapped, int rejected, int created, int updated, int unchanged, int superseded) {

    public PageLedger {
        if (mapped != created + updated + unchanged + superseded) {
            throw new IllegalArgumentException(
                    "ledger does not balance: "
                            + mapped
                            + " mapped, "
                            + created
                            + " created, "
                            + updated
                            + " updated, "
                            + unchanged
                            + " unchanged, "
                            + superseded
                            + " superseded");
        }
    }

    PageLedger andRejected(int more) {
        return new PageLedger(mapped, rejected + more, created, updated, unchanged, superseded);
    }
}
