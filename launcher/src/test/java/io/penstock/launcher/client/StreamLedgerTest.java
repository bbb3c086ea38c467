package io.penstock.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;

class StreamLedgerTest {

    @Test
    void balancesWhenEveryRecordIsAccountedFor() {
        assertThat(ledger(10L, 10, 9, 1, 9).imbalances()).isEmpty();
    }

    @Test
    void namesTheVendorTotalThatWasNotReached() {
        assertThat(ledger(11L, 10, 9, 1, 9).imbalances())
                .containsExactly("vendor total 11 but 10 distinct received");
    }

    @Test
    void doesNotBalanceWithoutAVendorTotal() {
        assertThat(ledger(null, 10, 9, 1, 9).balances()).isFalse();
    }

    @Test
    void namesRecordsThatWereNeitherMappedNorRejected() {
        assertThat(ledger(10L, 10, 8, 1, 8).imbalances())
                .containsExactly("10 received but 9 mapped or rejected");
    }

    @Test
    void namesMappedRecordsWithoutAnOutcome() {
        assertThat(ledger(10L, 10, 9, 1, 7).imbalances())
                .containsExactly("9 mapped but 7 in the inventory's outcomes");
    }

    @Test
    void expectsTheVendorTotalBeforeTheAnnouncedOne() {
        assertThat(ledger(7L, 0, 0, 0, 0).expected()).isEqualTo(7);
        assertThat(ledger(null, 0, 0, 0, 0).expected()).isEqualTo(12);
    }

    @Test
    void aDeltaMayHoldMoreThanTheVendorCountsLaterAndNeverLess() {
        var from = Instant.parse("2026-11-01T00:00:00Z");

        assertThat(ledger(from, 9L, 10, 9, 1, 9).balances()).isTrue();
        assertThat(ledger(from, 11L, 10, 9, 1, 9).balances()).isFalse();
        assertThat(ledger(9L, 10, 9, 1, 9).balances()).as("a full read").isFalse();
    }

    private static StreamLedger ledger(
            @Nullable Long total, long received, long mapped, long rejected, long created) {
        return ledger(null, total, received, mapped, rejected, created);
    }

    private static StreamLedger ledger(
            @Nullable Instant from,
            @Nullable Long total,
            long received,
            long mapped,
            long rejected,
            long created) {
        return new StreamLedger(
                "hosts", "HOSTS", from, total, 12L, received, received, 1, 1, mapped, rejected,
                created, 0, 0, 0);
    }
}
