package io.penstock.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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

    private static StreamLedger ledger(
            @Nullable Long total, long received, long mapped, long rejected, long created) {
        return new StreamLedger(
                "hosts", "HOSTS", total, 12L, received, received, 1, 1, mapped, rejected, created,
                0, 0, 0);
    }
}
