package io.penstock.vendor.crowdstrike.simulation.text;

/** A body as it is. */
final class PlainBody implements Body {

    private final Bytes out;

    PlainBody(int sizeExpected) {
        this.out = new Bytes(sizeExpected);
    }

    @Override
    public void add(byte[] text) {
        out.add(text);
    }

    @Override
    public byte[] finish() {
        return out.copy();
    }

    @Override
    public long plainSize() {
        return out.size();
    }

    @Override
    public void close() {
        // Holds nothing but memory.
    }
}
