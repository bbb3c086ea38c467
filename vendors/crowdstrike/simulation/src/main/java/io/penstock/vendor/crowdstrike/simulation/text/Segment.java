package io.penstock.vendor.crowdstrike.simulation.text;

import org.jspecify.annotations.Nullable;

/**
 * A piece of text that occurs in many records. It is compressed at most a few times, on its first
 * uses, and then copied. Its bytes must not be changed.
 */
public final class Segment {

    private final byte[] plain;
    private volatile byte @Nullable [] packed;

    public Segment(byte[] plain) {
        this.plain = plain;
    }

    byte[] plain() {
        return plain;
    }

    /** Size in bytes before compression. */
    public int length() {
        return plain.length;
    }

    byte[] packed(Packing packing) {
        byte[] known = packed;
        if (known == null) {
            known = packing.pack(plain);
            packed = known;
        }
        return known;
    }
}
