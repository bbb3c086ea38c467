package io.penstock.platform.reading;

/** How much a run reads. */
public enum RunKind {
    /** Everything the vendor has. */
    FULL,
    /** What changed since each stream's watermark, less an overlap. */
    DELTA
}
