package io.penstock.platform.inventory;

/** Counts what becomes of the records of one page. One thread. */
final class Tally {

    private int created;
    private int updated;
    private int unchanged;
    private int superseded;

    void created() {
        created++;
    }

    void updated() {
        updated++;
    }

    void unchanged() {
        unchanged++;
    }

    void superseded() {
        superseded++;
    }

    PageLedger ledger(int rejected) {
        var mapped = created + updated + unchanged + superseded;
        return new PageLedger(mapped, rejected, created, updated, unchanged, superseded);
    }
}
