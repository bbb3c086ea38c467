package io.penstock.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A vendor's answer.
 *
 * @param headers lower-case name → first value
 * @param body as it came, possibly compressed; see {@link #encoding()}
 */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

    private static final int INFLATE_BUFFER = 16 * 1024;

    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** {@code gzip} or {@code identity}. */
    public String encoding() {
        return header("content-encoding").orElse("identity").toLowerCase(Locale.ROOT);
    }

    /** The body's plain bytes, inflated on the way; the caller closes the stream. */
    public InputStream plain() throws IOException {
        var raw = new ByteArrayInputStream(body);
        return encoding().equals("gzip") ? new GZIPInputStream(raw, INFLATE_BUFFER) : raw;
    }

    @Override
    public String toString() {
        return "HttpAnswer[" + status + ", " + body.length + " bytes " + encoding() + "]";
    }
}
