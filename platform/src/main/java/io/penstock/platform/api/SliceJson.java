package io.penstock.platform.api;

import io.penstock.platform.run.RunSlice;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A slice of a run; {@link RunSlice} says what its parts mean.
 *
 * @param reasons why each reading did not prove it, oldest first
 */
record SliceJson(
        String stream,
        int number,
        String lower,
        String upper,
        @Nullable Long expected,
        long received,
        long distinct,
        @Nullable Long vendorTotal,
        int attempts,
        String state,
        String reason,
        List<String> reasons) {

    static SliceJson of(RunSlice slice) {
        return new SliceJson(
                slice.stream(),
                slice.number(),
                slice.bounds().lower(),
                slice.bounds().upper(),
                slice.counts().expected(),
                slice.counts().received(),
                slice.counts().distinct(),
                slice.counts().vendorTotal(),
                slice.attempts(),
                slice.state(),
                slice.reason(),
                slice.reasons());
    }
}
