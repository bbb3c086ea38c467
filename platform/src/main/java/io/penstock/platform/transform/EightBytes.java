package io.penstock.platform.transform;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a text looked at as one number, the first in its lowest places. Answers are the
 * high bits of the bytes that are meant; behind the first of them, others may be set as well.
 */
final class EightBytes {

    /** The high bit of every byte: those that are set are no ASCII. */
    static final long HIGHS = 0x8080_8080_8080_8080L;

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long BLANKS = ONES * ' ';

    private static final VarHandle VIEW =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private EightBytes() {}

    static long at(byte[] bytes, int place) {
        return (long) VIEW.get(bytes, place);
    }

    /** Quotes and backslashes. */
    static long marks(long eight) {
        return zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES);
    }

    /** Control characters and what is no ASCII. */
    static long odd(long eight) {
        return ((eight - BLANKS) | eight) & HIGHS;
    }

    /** How many bytes come before the first that is meant. */
    static int before(long answer) {
        return Long.numberOfTrailingZeros(answer) >>> 3;
    }

    private static long zeros(long eight) {
        return (eight - ONES) & ~eight & HIGHS;
    }
}
