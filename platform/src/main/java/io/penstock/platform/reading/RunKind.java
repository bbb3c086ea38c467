package io.penstock.platform.reading;

/** How much a run reads. */
public enum RunKind {
    /** Everything the vendor has. */
    FULL,
    /** What changed since each stream's watermark, less an overlap. */
    DELTA,
    /** No vendor: stored pages once more, through another version of a map. */
    REPLAY,
    /** No engine: a file a person sent. */
    UPLOAD;

    /** True when an engine asked the vendor, so that the run says how fresh the data is. */
    public boolean readsVendor() {
        return this == FULL || this == DELTA;
    }
}
