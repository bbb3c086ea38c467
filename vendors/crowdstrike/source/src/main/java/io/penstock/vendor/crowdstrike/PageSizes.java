package io.penstock.vendor.crowdstrike;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The page size of a session, shared by its slices: one step down when a page arrives broken or
 * late, one step up after a run of good pages. The vendor's cursors work with any size.
 */
final class PageSizes {

    private static final int GOOD_BEFORE_GROWTH = 8;

    private final List<Integer> steps;
    private final ReentrantLock lock = new ReentrantLock();
    private int step;
    private int good;

    PageSizes(List<Integer> steps) {
        this.steps = List.copyOf(steps);
    }

    int current() {
        lock.lock();
        try {
            return steps.get(step);
        } finally {
            lock.unlock();
        }
    }

    /**
     * @param size the size of the page that failed; a page asked for before the last step down does
     *     not count twice
     */
    void failed(int size) {
        lock.lock();
        try {
            good = 0;
            if (size <= steps.get(step) && step < steps.size() - 1) {
                step++;
            }
        } finally {
            lock.unlock();
        }
    }

    void succeeded() {
        lock.lock();
        try {
            good++;
            if (good >= GOOD_BEFORE_GROWTH && step > 0) {
                step--;
                good = 0;
            }
        } finally {
            lock.unlock();
        }
    }
}
