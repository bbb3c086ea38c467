package io.penstock.platform.transform;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.transform.Projection;
import io.penstock.core.transform.RecordValues;
import io.penstock.core.value.FieldPath;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Walks one raw page once, hands out the projected values of each record, and keeps the beginning
 * of each for those that will be rejected. Never builds a tree. Made anew for every page.
 */
final class PageReader {

    private static final int INFLATE_BUFFER = 64 * 1024;

    /** Bytes of a record that are kept to show a person what was rejected. */
    private static final int EXCERPT_MAX = 1_000;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(2_000_000)
                                    .maxNestingDepth(200)
                                    .maxNameLength(10_000)
                                    .maxDocumentLength(1_000_000_000L)
                                    .build())
                    .build();

    /** Takes one record; the values are reused for the next one. */
    interface RecordSink {
        void take(int index, RecordValues values);
    }

    private final FieldPath records;
    private final Projection projection;
    private final List<byte[]> beginnings = new ArrayList<>();

    PageReader(FieldPath records, Projection projection) {
        this.records = records;
        this.projection = projection;
    }

    /**
     * @return how many records the page holds
     * @throws FaultException MALFORMED when the page is not readable to its end
     */
    int read(byte[] body, String encoding, RecordSink sink) {
        try (var in = new RecentBytes(plain(body, encoding));
                var parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            if (toRecords(parser)) {
                records(parser, in, sink);
            }
            complete(parser);
            return beginnings.size();
        } catch (JacksonException | IOException e) {
            throw broken(e);
        }
    }

    private void records(JsonParser parser, RecentBytes in, RecordSink sink) {
        var values = new RecordValues(projection);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var start = parser.currentTokenLocation().getByteOffset();
            values.clear();
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                object(parser, projection.root(), values);
            } else {
                parser.skipChildren();
                parser.finishToken();
            }
            var end = parser.currentLocation().getByteOffset();
            beginnings.add(in.between(start, Math.min(end, start + EXCERPT_MAX)));
            sink.take(beginnings.size() - 1, values);
        }
    }

    /** How a record begins, as the vendor sent it; empty for one too long to be remembered. */
    String excerpt(int index) {
        return new String(beginnings.get(index), StandardCharsets.UTF_8);
    }

    private static InputStream plain(byte[] body, String encoding) throws IOException {
        var raw = new ByteArrayInputStream(body);
        return encoding.equals("gzip") ? new GZIPInputStream(raw, INFLATE_BUFFER) : raw;
    }

    /**
     * Goes to the array of records; false when the page has none, as in {@code "resources": null}.
     */
    private boolean toRecords(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new FaultException(notAnObject());
        }
        for (var step : records.steps()) {
            if (!toMember(parser, step.name())) {
                return false;
            }
        }
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    private static boolean toMember(JsonParser parser, String wanted) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return false;
        }
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (name.equals(wanted)) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    /** A page that was cut off fails here and not as a short page. */
    private static void complete(JsonParser parser) {
        while (parser.nextToken() != null) {
            if (parser.currentToken().isStructStart()) {
                parser.skipChildren();
            }
        }
    }

    private static void object(JsonParser parser, Projection.Node node, RecordValues values) {
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            var token = parser.nextToken();
            var child = node.child(name);
            if (child == null) {
                if (token.isStructStart()) {
                    parser.skipChildren();
                }
            } else {
                value(parser, child, values);
            }
        }
    }

    private static void value(JsonParser parser, Projection.Node node, RecordValues values) {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                if (node.inner()) {
                    object(parser, node, values);
                } else {
                    parser.skipChildren();
                }
            }
            case START_ARRAY -> {
                if (node.each()) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        value(parser, node, values);
                    }
                } else {
                    parser.skipChildren();
                }
            }
            case VALUE_NULL -> {}
            default -> {
                if (node.leaf()) {
                    values.add(node.slot(), parser.getString());
                }
            }
        }
    }

    private static Fault notAnObject() {
        return Fault.of(FaultKind.MALFORMED, "PAGE_BROKEN", "The page is not a JSON object.");
    }

    private static FaultException broken(Exception cause) {
        var why =
                cause instanceof JacksonException json
                        ? json.getOriginalMessage()
                        : cause.getMessage();
        return new FaultException(
                Fault.of(
                        FaultKind.MALFORMED,
                        "PAGE_BROKEN",
                        "The page cannot be read to its end: " + why,
                        "It is kept as it came and can be replayed."),
                cause);
    }
}
