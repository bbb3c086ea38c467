package io.penstock.engine.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The bytes of pages that may be in memory at once. Asked before a page is read, when its size is
 * only estimated; corrected when the page has come; given back with its receipt.
 *
 * <p>First come, first served, so that nobody starves. A claim larger than the whole budget is let
 * through alone. Nobody who waits here keeps another from giving back: a page is read, or waits for
 * the receipt of the page before it, or is being delivered, and none of these asks for more.
 */
final class ByteBudget {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Claim> queue = new ArrayDeque<>();
    private final long bytesMax;
    private long used;
    private long peak;

    ByteBudget(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    long bytesMax() {
        return bytesMax;
    }

    /** The most that was ever claimed at a time. */
    long peak() {
        lock.lock();
        try {
            return peak;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the bytes fit. */
    Claim claim(long bytes) throws InterruptedException {
        lock.lockInterruptibly();
        var claim = new Claim();
        try {
            queue.addLast(claim);
            while (queue.peekFirst() != claim || !fits(bytes)) {
                changed.await();
            }
            claim.bytes = bytes;
            take(bytes);
            return claim;
        } finally {
            queue.remove(claim);
            changed.signalAll();
            lock.unlock();
        }
    }

    private boolean fits(long bytes) {
        return used == 0 || used + bytes <= bytesMax;
    }

    private void take(long bytes) {
        used += bytes;
        peak = Math.max(peak, used);
    }

    /** A part of the budget; closing it twice is harmless. */
    final class Claim implements AutoCloseable {

        private long bytes;

        /** The page has come and has this size. */
        void correct(long actual) {
            lock.lock();
            try {
                take(actual - bytes);
                bytes = actual;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            correct(0);
        }
    }
}
