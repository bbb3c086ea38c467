package io.penstock.vendor.crowdstrike.simulation.text;

/** The body of an answer while it is being put together. Used by one thread. */
public sealed interface Body extends AutoCloseable permits PlainBody, GzipBody {

    /** A body in gzip or as it is. */
    static Body of(boolean gzip, int sizeExpected) {
        return gzip ? new GzipBody(sizeExpected) : new PlainBody(sizeExpected);
    }

    /** Appends a piece that occurs often; the same piece shortly after costs a few bytes. */
    void segment(Segment segment);

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
