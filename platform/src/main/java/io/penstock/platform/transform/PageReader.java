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
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Walks a raw page once and hands out the projected values of each record; never builds a tree. */
final class PageReader {

    private static final int INFLATE_BUFFER = 64 * 1024;
    private static final int EXCERPT_MAX = 2_000;

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

    PageReader(FieldPath records, Projection projection) {
        this.records = records;
        this.projection = projection;
    }

    /**
     * @return how many records the page holds
     * @throws FaultException MALFORMED when the page is not readable to its end
     */
    int read(byte[] body, String encoding, RecordSink sink) {
        try (var in = plain(body, encoding);
                var parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            if (!toRecords(parser)) {
                return complete(parser, 0);
            }
            var values = new RecordValues(projection);
            var count = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.clear();
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    object(parser, projection.root(), values);
                } else {
                    parser.skipChildren();
                }
                sink.take(count++, values);
            }
            return complete(parser, count);
        } catch (JacksonException | IOException e) {
            throw broken(e);
        }
    }

    /** The first {@value #EXCERPT_MAX} characters of the records at these places. */
    Map<Integer, String> excerpts(byte[] body, String encoding, Set<Integer> wanted) {
        var excerpts = new HashMap<Integer, String>();
        try (var in = plain(body, encoding);
                var parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            if (!toRecords(parser)) {
                return excerpts;
            }
            for (var index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                if (wanted.contains(index)) {
                    excerpts.put(index, copy(parser));
                } else {
                    parser.skipChildren();
                }
            }
            return excerpts;
        } catch (JacksonException | IOException e) {
            throw broken(e);
        }
    }

    private static String copy(JsonParser parser) {
        var text = new StringWriter();
        try (var generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.copyCurrentStructure(parser);
        }
        // PostgreSQL's text cannot hold the character zero.
        var whole = text.toString().replace("\\u0000", "");
        return whole.length() > EXCERPT_MAX ? whole.substring(0, EXCERPT_MAX) : whole;
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
    private static int complete(JsonParser parser, int count) {
        while (parser.nextToken() != null) {
            if (parser.currentToken().isStructStart()) {
                parser.skipChildren();
            }
        }
        return count;
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
