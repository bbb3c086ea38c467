package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.util.HexFormat;

/**
 * Identifiers in the vendor's forms: 32 hex digits that look like a UUID of version 4 (hosts,
 * customers, groups) or 3 (findings, remediations) without its dashes.
 */
public final class Ids {

    private static final HexFormat HEX = HexFormat.of();

    private Ids() {}

    /** 32 hex digits of version 4. */
    public static String random(long seed, int domain, long subject) {
        long high = Mix.of(seed, domain, subject);
        return text(high, 4, Mix.of(high));
    }

    /** 32 hex digits of version 3. */
    public static String named(long seed, int domain, long subject) {
        long high = Mix.of(seed, domain, subject);
        return text(high, 3, Mix.of(high));
    }

    /**
     * 32 hex digits whose first eight are {@code top}, so that their order is under control.
     *
     * @param version 3 or 4, the thirteenth digit
     */
    static String ordered(long top, int version, long rest) {
        return text((top << 32) | (rest >>> 32), version, Mix.of(rest));
    }

    private static String text(long high, int version, long low) {
        long first = (high & ~0xF000L) | ((long) version << 12);
        long second = (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return HEX.toHexDigits(first) + HEX.toHexDigits(second);
    }

    /** A UUID with its dashes. */
    public static String dashed(long seed, int domain, long subject) {
        String id = random(seed, domain, subject);
        return String.join(
                "-",
                id.substring(0, 8),
                id.substring(8, 12),
                id.substring(12, 16),
                id.substring(16, 20),
                id.substring(20));
    }
}
