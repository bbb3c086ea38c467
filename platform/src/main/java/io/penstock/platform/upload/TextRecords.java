package io.penstock.platform.upload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Cuts a text into records at its line ends, those within quotes left out when they count. A record
 * that is too long is cut short and said to be so, and the next one begins behind its line end.
 */
final class TextRecords {

    /** Most characters of one record. */
    static final int LENGTH_MAX = 1_000_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader in;
    private final boolean quotes;
    private int line = 1;
    private boolean first = true;

    TextRecords(InputStream bytes, boolean quotes) {
        this.in = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 65_536);
        this.quotes = quotes;
    }

    /**
     * @param line where it begins, from 1
     * @param tooLong true when there is more of it
     */
    record Text(int line, String text, boolean tooLong) {

        /** True for a text with bytes that are not UTF-8. */
        boolean damaged() {
            return text.indexOf('\uFFFD') >= 0;
        }
    }

    /** The next record that is not blank; empty at the end. */
    Optional<Text> next() throws IOException {
        while (true) {
            var start = line;
            var text = new StringBuilder();
            var more = record(text);
            if (first && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
                text.deleteCharAt(0);
            }
            first = false;
            if (!text.toString().isBlank()) {
                return Optional.of(new Text(start, text.toString(), text.length() >= LENGTH_MAX));
            }
            if (!more) {
                return Optional.empty();
            }
        }
    }

    /** Reads up to a line end that counts; false at the end of the file. */
    private boolean record(StringBuilder text) throws IOException {
        var quoted = false;
        for (var c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                line++;
                // An open quote in a record that is too long is a mistake: end it here.
                if (!quoted || text.length() >= LENGTH_MAX) {
                    return true;
                }
            }
            if (c == '"' && quotes) {
                quoted = !quoted;
            }
            if (text.length() < LENGTH_MAX && (c != '\r' || quoted)) {
                text.append((char) c);
            }
        }
        return false;
    }
}
