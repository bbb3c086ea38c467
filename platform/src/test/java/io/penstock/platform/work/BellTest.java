package io.penstock.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Duration;

/** What wakes workers. */
class BellTest {

    private final Bell bell = new Bell();

    @Test
    void aRingBeforeTheRestIsNotLostAndCountsOnce() throws InterruptedException {
        bell.ring();

        assertThat(bell.await(Duration.ZERO)).isTrue();
        assertThat(bell.await(Duration.ZERO)).isFalse();
    }

    @Test
    void ringsDoNotPileUpWithoutEnd() throws InterruptedException {
        for (var i = 0; i < 1_000; i++) {
            bell.ring();
        }

        var woken = 0;
        while (bell.await(Duration.ZERO)) {
            woken++;
        }
        assertThat(woken).isBetween(1, 64);
    }

    @Test
    void ringsOnlyOnceTheTransactionHasEnded() throws InterruptedException {
        TransactionSynchronizationManager.initSynchronization();
        try {
            bell.ringAfterCommit();
            assertThat(bell.await(Duration.ZERO)).isFalse();

            TransactionSynchronizationManager.getSynchronizations()
                    .forEach(TransactionSynchronization::afterCommit);
            assertThat(bell.await(Duration.ZERO)).isTrue();
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }
}
