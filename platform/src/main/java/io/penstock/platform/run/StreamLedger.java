package io.penstock.platform.run;

import io.penstock.core.run.StreamKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The account of one stream of a run: what the vendor has, what came, what became of it.
 *
 * @param from the stream was read from this time on; null when everything was read
 */
public record StreamLedger(
        String stream,
        StreamKind kind,
        @Nullable Instant from,
        Slices slices,
        Pages pages,
        Records records) {

    /**
     * @param incomplete slices that were read twice and are not proved complete
     * @param vendorTotal the vendor's number when the slices ended; null until all said it
     * @param announcedTotal the vendor's number as plan and pages said it so far; null when none
     *     did
     * @param received records that came, those of every reading of a slice
     * @param distinct distinct records of each slice's last reading
     */
    public record Slices(
            int planned,
            int sealed,
            int incomplete,
            @Nullable Long vendorTotal,
            @Nullable Long announcedTotal,
            long received,
            long distinct) {}

    /** Pages delivered, and how many of them are transformed. */
    public record Pages(long delivered, long done, long broken) {}

    /** What became of the records of the pages that are done. */
    public record Records(
            long mapped,
            long rejected,
            long created,
            long updated,
            long unchanged,
            long superseded) {

        long handled() {
            return mapped + rejected;
        }

        long merged() {
            return created + updated + unchanged + superseded;
        }
    }

    /** A stream that nothing is known of yet. */
    static StreamLedger empty(String stream, StreamKind kind) {
        return new StreamLedger(
                stream,
                kind,
                null,
                new Slices(0, 0, 0, null, null, 0, 0),
                new Pages(0, 0, 0),
                new Records(0, 0, 0, 0, 0, 0));
    }

    /** The best known number of records to expect, or null when the vendor has not said it yet. */
    public @Nullable Long expected() {
        return slices.vendorTotal() != null ? slices.vendorTotal() : slices.announcedTotal();
    }

    /** Records that are through, mapped or rejected. */
    public long handled() {
        return records.handled();
    }

    public boolean sealed() {
        return slices.planned() > 0 && slices.sealed() == slices.planned();
    }

    /** Records of a delta that changed since they were read have left its window. */
    private boolean movedOn(long total) {
        return from != null && slices.distinct() > total;
    }

    /**
     * The equations of the design's rule 6 that do not hold, one sentence each; empty = balanced.
     */
    public List<String> imbalances() {
        var sentences = new ArrayList<String>();
        var total = slices.vendorTotal();
        if (!sealed()) {
            sentences.add(
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d slices are proved complete",
                            slices.sealed(),
                            slices.planned()));
        } else if (total == null) {
            sentences.add("the vendor did not say how many records it has");
        } else if (total != slices.distinct() && !movedOn(total)) {
            sentences.add(
                    String.format(
                            Locale.ROOT,
                            "the vendor has %,d records, %,d distinct ones came",
                            total,
                            slices.distinct()));
        }
        if (slices.received() != records.handled()) {
            sentences.add(
                    String.format(
                            Locale.ROOT,
                            "%,d records came, %,d are mapped and %,d rejected",
                            slices.received(),
                            records.mapped(),
                            records.rejected()));
        }
        if (records.mapped() != records.merged()) {
            sentences.add(
                    String.format(
                            Locale.ROOT,
                            "%,d records are mapped, %,d are accounted for in the inventory",
                            records.mapped(),
                            records.merged()));
        }
        return sentences;
    }
}
