package io.penstock.platform.quarantine;

import tools.jackson.core.io.JsonStringEncoder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Looks for a key as a JSON text in bytes. A whole page is scanned before its records are told
 * apart, which takes many times as long.
 */
final class KeyScan {

    private static final int CHUNK = 64 * 1024;

    private final byte[] wanted;

    KeyScan(String key) {
        var quoted = JsonStringEncoder.getInstance().quoteAsUTF8(key);
        wanted = new byte[quoted.length + 2];
        wanted[0] = '"';
        System.arraycopy(quoted, 0, wanted, 1, quoted.length);
        wanted[quoted.length + 1] = '"';
    }

    /** True when a page has the key; a damaged one, when it stands before the damage. */
    boolean inPage(byte[] body, String encoding) {
        try (var in = open(body, encoding)) {
            var buffer = new byte[CHUNK + wanted.length];
            var kept = 0;
            var read = in.readNBytes(buffer, 0, CHUNK);
            while (read > 0) {
                var end = kept + read;
                if (in(buffer, 0, end)) {
                    return true;
                }
                // The key may begin in this chunk and end in the next one.
                kept = Math.min(end, wanted.length - 1);
                System.arraycopy(buffer, end - kept, buffer, 0, kept);
                read = in.readNBytes(buffer, kept, CHUNK);
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static InputStream open(byte[] body, String encoding) throws IOException {
        var in = new ByteArrayInputStream(body);
        return encoding.equals("gzip") ? new GZIPInputStream(in, CHUNK) : in;
    }

    boolean in(byte[] buffer, int from, int to) {
        for (var at = from; at <= to - wanted.length; at++) {
            if (buffer[at] == '"' && fits(buffer, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(byte[] buffer, int at) {
        for (var i = 1; i < wanted.length; i++) {
            if (buffer[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
