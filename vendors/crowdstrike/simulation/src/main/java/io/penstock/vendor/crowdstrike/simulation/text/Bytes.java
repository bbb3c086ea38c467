package io.penstock.vendor.crowdstrike.simulation.text;

import java.util.Arrays;

/** Bytes that grow, without the locks of the stream of the same kind. Used by one thread. */
final class Bytes {

    private byte[] bytes;
    private int size;

    Bytes(int sizeExpected) {
        this.bytes = new byte[Math.max(64, sizeExpected)];
    }

    void add(byte[] added) {
        add(added, added.length);
    }

    /** Adds the first {@code length} bytes. */
    void add(byte[] added, int length) {
        room(length);
        System.arraycopy(added, 0, bytes, size, length);
        size += length;
    }

    /** Adds the low {@code count} bytes, lowest first. */
    void addLow(long value, int count) {
        room(count);
        for (int i = 0; i < count; i++) {
            bytes[size++] = (byte) (value >>> (8 * i));
        }
    }

    private void room(int wanted) {
        if (bytes.length - size < wanted) {
            bytes =
                    Arrays.copyOf(
                            bytes, Math.max(size + wanted, bytes.length + (bytes.length >> 1)));
        }
    }

    int size() {
        return size;
    }

    byte[] copy() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
