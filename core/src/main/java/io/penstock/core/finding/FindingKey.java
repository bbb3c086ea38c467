package io.penstock.core.finding;

import io.penstock.core.value.Sha256;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What makes two records on one asset speak of the same finding: the strongest identifier that a
 * record has, in the official order (etm 5.8): CVE, the vendor's own id, title, the source's
 * finding id. Records with the same key are of one class; a CVE's class may fall apart by ports.
 *
 * <p>The key is the first 8 bytes of SHA-256 over the kind of identifier, a colon and its normal
 * form: without blanks at the ends, ASCII letters in upper case for a CVE and in lower case
 * otherwise. Its lowest bit says whether it is a CVE. SQL can make the same. One instance per
 * thread.
 */
public final class FindingKey {

    private final MessageDigest digest = Sha256.digest();

    /**
     * The key of a record; null and blank identifiers are none.
     *
     * @param vendorId the vendor's id of what was found, such as a plugin's or a check's number
     */
    public long of(
            @Nullable String cve,
            @Nullable String vendorId,
            @Nullable String title,
            String sourceId) {
        var number = trimmed(cve);
        if (!number.isEmpty()) {
            return hash("cve:" + folded(number, 'a', 'A')) | 1;
        }
        var id = trimmed(vendorId);
        if (!id.isEmpty()) {
            return hash("vendor:" + folded(id, 'A', 'a')) & ~1;
        }
        var name = trimmed(title);
        if (!name.isEmpty()) {
            return hash("title:" + folded(name, 'A', 'a')) & ~1;
        }
        return hash("source:" + folded(trimmed(sourceId), 'A', 'a')) & ~1;
    }

    /** True when ports tell findings of this class apart. */
    public static boolean byPort(long key) {
        return (key & 1) == 1;
    }

    /** Blanks only, which is what SQL trims. */
    private static String trimmed(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var from = 0;
        var to = text.length();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }

    private long hash(String text) {
        return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    /** ASCII letters only: what other letters fold to depends on who is asked. */
    private static String folded(String text, char from, char to) {
        var letters = text.toCharArray();
        for (var i = 0; i < letters.length; i++) {
            var place = letters[i] - from;
            if (place >= 0 && place < 26) {
                letters[i] = (char) (to + place);
            }
        }
        return new String(letters);
    }
}
