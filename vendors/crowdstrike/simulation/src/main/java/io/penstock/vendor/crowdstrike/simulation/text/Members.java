package io.penstock.vendor.crowdstrike.simulation.text;

import java.util.Arrays;

/** Joins parts of an answer; gzip members in a row read as one text (RFC 1952, section 2.2). */
public final class Members {

    private Members() {}

    /** A gzip member of its own. */
    public static byte[] packed(byte[] plain) {
        try (Body body = Body.of(true, plain.length)) {
            body.add(plain);
            return body.finish();
        }
    }

    public static byte[] joined(byte[] first, byte[] second, byte[] third) {
        byte[] all = Arrays.copyOf(first, first.length + second.length + third.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        System.arraycopy(third, 0, all, first.length + second.length, third.length);
        return all;
    }
}
