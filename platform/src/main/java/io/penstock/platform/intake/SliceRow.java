package io.penstock.platform.intake;

/**
 * A slice as the intake needs it, locked.
 *
 * @param delta its stream's window has a beginning
 * @param state {@code OPEN}, {@code SEALED} or {@code INCOMPLETE}
 */
record SliceRow(
        Bounds bounds, Progress progress, boolean delta, int attempt, String state, String reason) {

    /** Lower is inclusive, upper exclusive; empty when open. */
    record Bounds(String lower, String upper) {}

    /** How far reading has come in the present attempt; received counts every attempt. */
    record Progress(
            long nextSequence, String position, boolean lastPageIn, long received, long distinct) {}

    boolean open() {
        return state.equals("OPEN");
    }

    /** True when no more page is expected. */
    boolean ended() {
        return progress.lastPageIn() || !open();
    }

    /** True when the slice is to be read again and no page of that has come. */
    boolean restarted() {
        return open() && attempt > 1 && !progress.lastPageIn() && progress.position().isEmpty();
    }
}
