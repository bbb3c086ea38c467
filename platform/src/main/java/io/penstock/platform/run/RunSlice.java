package io.penstock.platform.run;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A slice of a run.
 *
 * @param bounds in the vendor's own notation
 * @param state {@code OPEN}, {@code SEALED} or {@code INCOMPLETE}
 * @param attempts how often it was read, this time included
 * @param reason why it is not sealed, or empty
 * @param reasons why each reading did not prove it, oldest first
 */
public record RunSlice(
        String stream,
        int number,
        Bounds bounds,
        Counts counts,
        String state,
        int attempts,
        String reason,
        List<String> reasons) {

    /** Lower is inclusive, upper exclusive; empty when open. */
    public record Bounds(String lower, String upper) {}

    /**
     * @param expected the vendor's number when the slice was planned or split; null when unknown
     * @param received records that came, those of every reading
     * @param distinct distinct records of the last reading
     * @param vendorTotal the vendor's number after the last reading; null before
     */
    public record Counts(
            @Nullable Long expected, long received, long distinct, @Nullable Long vendorTotal) {}

    public RunSlice {
        reasons = List.copyOf(reasons);
    }

    /** Pass it as {@code after} for the slices that follow this one. */
    public String cursor() {
        return stream + "/" + number;
    }
}
