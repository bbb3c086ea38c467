package io.penstock.platform.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.run.StreamKind;
import io.penstock.platform.run.StreamLedger.Pages;
import io.penstock.platform.run.StreamLedger.Records;
import io.penstock.platform.run.StreamLedger.Slices;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;

class StreamLedgerTest {

    @Test
    void balancesWhenTheThreeEquationsHold() {
        var ledger = ledger(2, 2, 100L, 100, 100, new Records(97, 3, 50, 40, 6, 1));

        assertThat(ledger.imbalances()).isEmpty();
    }

    @Test
    void saysThatASliceIsNotProved() {
        var ledger = ledger(2, 1, null, 100, 100, new Records(100, 0, 100, 0, 0, 0));

        assertThat(ledger.imbalances()).containsExactly("1 of 2 slices are proved complete");
    }

    @Test
    void saysWhatIsMissingFromTheVendor() {
        var ledger = ledger(1, 1, 1_002L, 1_000, 1_000, new Records(1_000, 0, 1_000, 0, 0, 0));

        assertThat(ledger.imbalances())
                .containsExactly("the vendor has 1,002 records, 1,000 distinct ones came");
    }

    @Test
    void aSliceReadTwiceBalancesByItsLastReading() {
        var ledger = ledger(1, 1, 10L, 19, 10, new Records(19, 0, 10, 0, 9, 0));

        assertThat(ledger.imbalances()).isEmpty();
    }

    @Test
    void aDeltaMayHaveReceivedWhatHasMovedOn() {
        var records = new Records(10, 0, 0, 10, 0, 0);

        assertThat(ledger(Instant.EPOCH, 1, 1, 8L, 10, 10, records).imbalances()).isEmpty();
        assertThat(ledger(Instant.EPOCH, 1, 1, 11L, 10, 10, records).imbalances()).hasSize(1);
        assertThat(ledger(null, 1, 1, 8L, 10, 10, records).imbalances()).hasSize(1);
    }

    @Test
    void saysWhichRecordsAreUnaccountedFor() {
        var ledger = ledger(1, 1, 10L, 10, 10, new Records(8, 1, 5, 1, 1, 0));

        assertThat(ledger.imbalances())
                .containsExactly(
                        "10 records came, 8 are mapped and 1 rejected",
                        "8 records are mapped, 7 are accounted for in the inventory");
    }

    @Test
    void isNotBalancedBeforeAnythingIsPlanned() {
        assertThat(StreamLedger.empty("hosts", StreamKind.HOSTS).imbalances()).isNotEmpty();
    }

    private static StreamLedger ledger(
            int planned,
            int sealed,
            @Nullable Long total,
            long received,
            long distinct,
            Records records) {
        return ledger(null, planned, sealed, total, received, distinct, records);
    }

    private static StreamLedger ledger(
            @Nullable Instant from,
            int planned,
            int sealed,
            @Nullable Long total,
            long received,
            long distinct,
            Records records) {
        return new StreamLedger(
                "hosts",
                StreamKind.HOSTS,
                from,
                new Slices(planned, sealed, planned - sealed, total, total, received, distinct),
                new Pages(1, 1, 0),
                records);
    }
}
