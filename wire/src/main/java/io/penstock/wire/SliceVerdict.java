package io.penstock.wire;

/**
 * What the platform says of an ended slice.
 *
 * @param sealed true when distinct records received prove the slice complete
 * @param again true when the slice is to be read once more from its start: its position and its
 *     distinct count are reset, sequence numbers go on at {@code nextSequence}
 * @param reason why it is not sealed, one sentence; empty when sealed
 */
public record SliceVerdict(
        boolean sealed,
        boolean again,
        long nextSequence,
        long received,
        long distinct,
        String reason) {}
