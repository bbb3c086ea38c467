package io.penstock.vendor.crowdstrike.simulation.text;

/** The body of an answer while it is being put together. Used by one thread. */
public sealed interface Body extends AutoCloseable permits PlainBody, GzipBody {

    /**
     * Kinds of repeated pieces. A piece that is the same as the one of its kind just before costs a
     * few bytes.
     */
    enum Kind {
        APPS,
        CVE,
        HOST,
        REMEDIATION,
        OTHER
    }

    /** A body in gzip or as it is. */
    static Body of(boolean gzip, int sizeExpected) {
        return gzip ? new GzipBody(sizeExpected) : new PlainBody(sizeExpected);
    }

    /** Appends a piece that occurs often. */
    void segment(Kind kind, Segment segment);

    /**
     * Appends text that differs from record to record, in which most bytes stand where they stood
     * in the last such text.
     *
     * @param middle where a part of varying length lies: before it texts are compared from the
     *     start, after it from the end
     */
    void record(byte[] text, int middle);

    /** Appends text that occurs once. */
    void once(byte[] text);

    /** The finished bytes. */
    byte[] finish();

    /** Size before compression, so far. */
    long plainSize();

    @Override
    void close();
}
