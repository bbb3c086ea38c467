package io.penstock.engine.read;

import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.core.run.StreamName;
import io.penstock.wire.SliceState;

import java.util.concurrent.atomic.AtomicLong;

/**
 * One slice while it waits or is read. Written by the one thread that reads it; only how much is
 * left may be asked by others.
 */
final class SliceRead {

    private static final long UNKNOWN = Long.MAX_VALUE / 2;

    private final AtomicLong left = new AtomicLong();
    private Slice slice;
    private Position position;
    private long sequence;
    private long expected;
    private long read;
    private boolean ended;
    private int attempt = 1;

    SliceRead(StreamName stream, SliceState state) {
        slice = new Slice(stream, state.number(), state.lower(), state.upper());
        position = new Position(state.position());
        sequence = state.nextSequence();
        ended = state.ended();
        expect(state.expected());
    }

    private void expect(long records) {
        expected = records < 0 ? UNKNOWN : records;
        left.set(expected - read);
    }

    Slice slice() {
        return slice;
    }

    Position position() {
        return position;
    }

    /** True when its last page is delivered or on its way. */
    boolean ended() {
        return ended;
    }

    /** Which reading of the slice in this process it is, counted from 1. */
    int attempt() {
        return attempt;
    }

    /** Records that were not read yet, as far as the vendor's count tells. */
    long left() {
        return left.get();
    }

    /** Records of the whole slice by the vendor's count; 0 when it was not counted. */
    long expected() {
        return expected == UNKNOWN ? 0 : expected;
    }

    /** The sequence of the page that is handed over now. */
    long nextSequence() {
        return sequence++;
    }

    void reached(Position next, int fresh, boolean last) {
        position = next;
        ended = last;
        read += fresh;
        left.addAndGet(-fresh);
    }

    /** The sink is elsewhere, so its position counts. */
    void goOnFrom(String text, long nextSequence) {
        position = new Position(text);
        sequence = nextSequence;
        ended = false;
    }

    /** It ends earlier from now on. */
    void endAt(String upper, long records) {
        slice = new Slice(slice.stream(), slice.number(), slice.lower(), upper);
        expect(records);
    }

    /** It is to be read once more from its start. */
    void again(long nextSequence) {
        position = Position.START;
        sequence = nextSequence;
        ended = false;
        read = 0;
        attempt++;
        left.set(expected);
    }
}
