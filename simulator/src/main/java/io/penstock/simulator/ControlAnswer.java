package io.penstock.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * An answer of a control resource, of any size: it is written while it is made.
 *
 * @param type its media type
 */
public record ControlAnswer(int status, String type, Body body) {

    private static final String TEXT = "text/plain; charset=utf-8";

    /** What is sent. */
    @FunctionalInterface
    public interface Body {
        /** Writes all of it; the stream is closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Text as it is. */
    public static ControlAnswer text(int status, String text) {
        return whole(status, TEXT, text);
    }

    static ControlAnswer json(String text) {
        return whole(200, "application/json", text);
    }

    private static ControlAnswer whole(int status, String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ControlAnswer(status, type, out -> out.write(bytes));
    }

    /** Lines, each of which gets its end here; taken from the stream as they are sent. */
    public static ControlAnswer lines(Stream<String> lines) {
        return new ControlAnswer(
                200,
                TEXT,
                out -> {
                    try (lines) {
                        for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                            out.write((each.next() + "\n").getBytes(StandardCharsets.UTF_8));
                        }
                    }
                });
    }
}
