package io.penstock.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class ByteBudgetTest {

    private static final long LONG = 30;

    private final List<Long> served = new CopyOnWriteArrayList<>();

    @Test
    void letsNoMoreInThanFits() throws Exception {
        var budget = new ByteBudget(100);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var claims = new ArrayList<Future<?>>();
            for (int i = 0; i < 200; i++) {
                var bytes = 10 + i % 60;
                claims.add(
                        threads.submit(() -> {
                            try (var claim = budget.claim(bytes)) {
                                claim.correct(bytes / 2);
                                Thread.onSpinWait();
                            }
                            return null;
                        }));
            }
            for (var claim : claims) {
                claim.get(LONG, TimeUnit.SECONDS);
            }
        }
        assertThat(budget.peak()).isBetween(60L, 100L);
    }

    @Test
    void letsAClaimLargerThanItselfThroughAlone() throws Exception {
        var budget = new ByteBudget(100);
        var small = budget.claim(1);
        var entered = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var large =
                    threads.submit(() -> {
                        try (var _ = budget.claim(500)) {
                            entered.set(true);
                        }
                        return null;
                    });
            assertThat(entered).isFalse();
            small.close();
            large.get(LONG, TimeUnit.SECONDS);
        }
        assertThat(entered).isTrue();
        assertThat(budget.peak()).isEqualTo(500);
    }

    @Test
    void servesInTheOrderOfAsking() throws Exception {
        var budget = new ByteBudget(100);
        var all = budget.claim(60);
        var large = asking(budget, 90);
        var small = asking(budget, 20);
        assertThat(served).as("the small one would fit").isEmpty();
        all.close();
        large.join();
        small.join();
        assertThat(served).containsExactly(90L, 20L);
    }

    /** A thread that waits for its turn and gives it back at once. */
    private Thread asking(ByteBudget budget, long bytes) {
        var thread =
                Thread.ofPlatform()
                        .start(() -> {
                            try (var _ = budget.claim(bytes)) {
                                served.add(bytes);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    @Test
    void leavesTheQueueWhenInterrupted() throws Exception {
        var budget = new ByteBudget(100);
        var all = budget.claim(100);
        var waiting = asking(budget, 50);
        waiting.interrupt();
        waiting.join();
        all.close();
        budget.claim(100).close();
        assertThat(budget.peak()).isEqualTo(100);
    }

    @Test
    void takesBackOnlyOnce() throws Exception {
        var budget = new ByteBudget(100);
        var first = budget.claim(80);
        first.close();
        first.close();
        budget.claim(100);
        assertThat(budget.peak()).isEqualTo(100);
    }

    @Test
    void estimatesALittleMoreThanTheLargestOfTheLastPages() {
        var estimate = new PageEstimate(1_000_000_000);
        assertThat(estimate.bytes()).isEqualTo(PageEstimate.FIRST_GUESS);
        estimate.seen(800);
        estimate.seen(100);
        assertThat(estimate.bytes()).isEqualTo(901);
        for (int i = 0; i < 64; i++) {
            estimate.seen(80);
        }
        assertThat(estimate.bytes()).isEqualTo(91);
        assertThat(new PageEstimate(70).bytes()).isEqualTo(70);
    }
}
