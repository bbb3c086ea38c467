package io.penstock.engine.read;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The slices of one stream: those that wait, the largest first and second reads last, and those
 * being read. A thread that finds none waiting asks for a cut of the one with most left; its reader
 * answers when it comes to the end of a page.
 *
 * <p>At most one cut is asked for by each idle thread, and of each slice; a slice that could not be
 * cut is not asked again.
 */
final class SliceBoard {

    private enum Cut {
        POSSIBLE,
        WANTED,
        REFUSED
    }

    private static final Comparator<SliceRead> FIRST_READS_THEN_LARGEST =
            Comparator.comparingInt(SliceRead::attempt)
                    .thenComparing(Comparator.comparingLong(SliceRead::left).reversed())
                    .thenComparingInt(read -> read.slice().number());

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<SliceRead> waiting = new PriorityQueue<>(FIRST_READS_THEN_LARGEST);
    private final Map<SliceRead, Cut> active = new HashMap<>();
    private int idle;

    /**
     * Something to read; waits while others read and may hand some over. Empty when all is read.
     */
    Optional<SliceRead> take() throws InterruptedException {
        lock.lockInterruptibly();
        idle++;
        try {
            while (waiting.isEmpty()) {
                if (active.isEmpty()) {
                    return Optional.empty();
                }
                askForACut();
                changed.await();
            }
            var next = waiting.remove();
            active.put(next, Cut.POSSIBLE);
            return Optional.of(next);
        } finally {
            idle--;
            lock.unlock();
        }
    }

    private void askForACut() {
        var wanted = active.values().stream().filter(Cut.WANTED::equals).count();
        if (wanted < idle) {
            active.entrySet().stream()
                    .filter(e -> e.getValue() == Cut.POSSIBLE && e.getKey().left() > 0)
                    .max(Comparator.comparingLong(e -> e.getKey().left()))
                    .ifPresent(e -> e.setValue(Cut.WANTED));
        }
    }

    /** Puts a slice up for reading. */
    void add(SliceRead slice) {
        locked(() -> waiting.add(slice));
    }

    boolean cutWanted(SliceRead slice) {
        lock.lock();
        try {
            return active.get(slice) == Cut.WANTED;
        } finally {
            lock.unlock();
        }
    }

    /** The slice was cut and the rest of it is up for reading. */
    void cut(SliceRead slice, SliceRead rest) {
        locked(() -> {
            active.put(slice, Cut.POSSIBLE);
            waiting.add(rest);
        });
    }

    /** The slice is not worth cutting, or cannot be. */
    void notCut(SliceRead slice) {
        locked(() -> active.put(slice, Cut.REFUSED));
    }

    /** The slice was judged. */
    void done(SliceRead slice) {
        locked(() -> active.remove(slice));
    }

    /** The slice is to be read again, after all others. */
    void again(SliceRead slice, long nextSequence) {
        locked(() -> {
            active.remove(slice);
            slice.again(nextSequence);
            waiting.add(slice);
        });
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
