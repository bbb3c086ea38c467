package io.penstock.engine.read;

/**
 * What a job has read and delivered.
 *
 * @param records records in delivered pages, repeated ones included
 * @param slices slices that were judged
 * @param splits slices cut while they were being read
 * @param secondReads slices read once more from their start
 * @param givenUp reads of slices that ended by a fault
 * @param bytesInFlightPeak the most bytes that were in flight at a time
 */
public record ReadCounts(
        long records,
        long pages,
        long bytes,
        long slices,
        long splits,
        long secondReads,
        long givenUp,
        long bytesInFlightPeak) {

    ReadCounts plus(ReadCounts other) {
        return new ReadCounts(
                records + other.records,
                pages + other.pages,
                bytes + other.bytes,
                slices + other.slices,
                splits + other.splits,
                secondReads + other.secondReads,
                givenUp + other.givenUp,
                Math.max(bytesInFlightPeak, other.bytesInFlightPeak));
    }

    static ReadCounts none() {
        return new ReadCounts(0, 0, 0, 0, 0, 0, 0, 0);
    }
}
