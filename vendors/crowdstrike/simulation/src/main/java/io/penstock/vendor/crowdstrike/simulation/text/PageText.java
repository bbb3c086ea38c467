package io.penstock.vendor.crowdstrike.simulation.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A finished page as text, to be looked into and changed. Relies on how {@link Pretty} indents.
 *
 * @param gzip whether it goes out compressed
 */
public record PageText(String text, boolean gzip) {

    private static final String OPENED = "\n \"resources\": [";
    private static final String CLOSED = "\n ]";
    private static final String END = "\n}";

    /** Reads a page; nothing when it cannot be decompressed. */
    public static Optional<PageText> of(byte[] body, boolean gzip) {
        if (!gzip) {
            return Optional.of(new PageText(new String(body, StandardCharsets.UTF_8), false));
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = in.readAllBytes();
            return Optional.of(new PageText(new String(plain, StandardCharsets.UTF_8), true));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The body to send. */
    public byte[] body() {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        return gzip ? Members.packed(plain) : plain;
    }

    /** True for a document that is closed; nothing is said of what is inside. */
    public boolean whole() {
        return text.startsWith("{") && text.endsWith(END);
    }

    /** The same with a member more at the end of the document. */
    public PageText with(String name, String json) {
        String open = text.substring(0, text.length() - END.length());
        return new PageText(open + ",\n \"" + name + "\": " + json + END, gzip);
    }

    /** The same with a member more, unless the document has one of that name already. */
    public PageText withUnlessThere(String name, String json) {
        return text.contains("\n \"" + name + "\": ") ? this : with(name, json);
    }

    /** The same with the first records only. */
    public PageText first(double share) {
        int from = text.indexOf(OPENED) + OPENED.length();
        int to = text.indexOf(CLOSED, from);
        if (from < OPENED.length() || to < 0) {
            return this;
        }
        List<Integer> starts = starts(from, to);
        int kept = (int) (starts.size() * share);
        if (kept == 0) {
            return new PageText(text.substring(0, from) + text.substring(to + 2), gzip);
        }
        // Between two records there is a comma, which goes with the one that is dropped.
        int end = kept == starts.size() ? to : starts.get(kept) - 1;
        return new PageText(text.substring(0, end) + text.substring(to), gzip);
    }

    /** Where the records begin: lines of two blanks that do not close one. */
    private List<Integer> starts(int from, int to) {
        List<Integer> starts = new ArrayList<>();
        for (int at = text.indexOf("\n  ", from); at >= 0 && at < to; ) {
            char first = text.charAt(at + 3);
            if (first != ' ' && first != '}') {
                starts.add(at);
            }
            at = text.indexOf("\n  ", at + 1);
        }
        return starts;
    }
}
