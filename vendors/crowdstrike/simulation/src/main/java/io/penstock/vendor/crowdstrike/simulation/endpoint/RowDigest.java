package io.penstock.vendor.crowdstrike.simulation.endpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * A digest of rows that does not depend on their order: the first 16 bytes of each row's SHA-256 as
 * two numbers of 64 bits, each summed up on its own modulo 2^64, as 32 hex digits. Rows are UTF-8
 * without a line end.
 */
final class RowDigest {

    private RowDigest() {}

    static String of(Stream<String> rows) {
        MessageDigest sha = sha();
        long high = 0;
        long low = 0;
        for (Iterator<String> each = rows.iterator(); each.hasNext(); ) {
            byte[] row = each.next().getBytes(StandardCharsets.UTF_8);
            ByteBuffer digest = ByteBuffer.wrap(sha.digest(row));
            high += digest.getLong();
            low += digest.getLong();
        }
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
