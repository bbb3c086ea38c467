package io.penstock.vendor.crowdstrike.simulation.text;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * A piece of text that occurs in many records. It is compressed at most a few times, on its first
 * uses, and then copied. Its bytes must not be changed.
 */
public final class Segment {

    private final byte[] plain;
    private final int hash;
    private volatile byte @Nullable [] packed;

    public Segment(byte[] plain) {
        this.plain = plain;
        this.hash = Arrays.hashCode(plain);
    }

    byte[] plain() {
        return plain;
    }

    /** The same for the same text, unlike an object's own hash: answers must not depend on it. */
    int hash() {
        return hash;
    }

    boolean sameText(Segment other) {
        return this == other || (hash == other.hash && Arrays.equals(plain, other.plain));
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
