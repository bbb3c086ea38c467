package io.penstock.vendor.crowdstrike.simulation.text;

/** The body of an answer while it is being put together. Used by one thread. */
public sealed interface Body extends AutoCloseable permits PlainBody, GzipBody {

    /** A body in gzip or as it is. */
    static Body of(boolean gzip, int sizeExpected) {
        return gzip ? new GzipBody(sizeExpected) : new PlainBody(sizeExpected);
    }

    /** Appends text. */
    void add(byte[] text);

    /** The finished bytes. */
    byte[] finish();

    /** Size before compression, so far. */
    long plainSize();

    @Override
    void close();
}
