package io.penstock.platform.transform;

import io.penstock.core.transform.Projection;
import io.penstock.core.transform.RecordValues;
import io.penstock.core.value.Shown;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

import java.util.Optional;

/**
 * Reads the projected values of one record, and passes over all others. Never builds a tree. A
 * record that the scanner does not know is read by a parser, which says what is wrong with those
 * that cannot be read. One thread.
 */
final class RecordReader {

    static final int NESTING_MAX = 200;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(PageRecords.RECORD_MAX)
                                    .maxNestingDepth(NESTING_MAX)
                                    .maxNameLength(10_000)
                                    .maxDocumentLength(PageBytes.PAGE_MAX)
                                    .build())
                    .build();

    private final Projection projection;
    private final RecordScanner scanner;

    RecordReader(Projection projection) {
        this.projection = projection;
        this.scanner = new RecordScanner(projection);
    }

    /**
     * Reads one record into the values, which are cleared first.
     *
     * @return why it cannot be read, in a few words; nothing when it was
     */
    Optional<String> read(byte[] buffer, int from, int length, RecordValues values) {
        return scanner.read(buffer, from, from + length, values) == length
                ? Optional.empty()
                : parse(buffer, from, length, values);
    }

    /**
     * As {@link #read}, when it is not known where the record ends, and of sound ones alone.
     *
     * @return how many bytes it has; -1 when it was not read
     */
    int tryRead(byte[] buffer, int from, int to, RecordValues values) {
        return scanner.read(buffer, from, to, values);
    }

    /** As {@link #read}, of any record whatever. */
    Optional<String> parse(byte[] buffer, int from, int length, RecordValues values) {
        values.clear();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), buffer, from, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.of("the record is not a JSON object");
            }
            object(parser, projection.root(), values);
            return parser.nextToken() == null
                    ? Optional.empty()
                    : Optional.of("the record goes on after its end");
        } catch (StreamConstraintsException e) {
            return Optional.of("the record goes beyond a limit: " + words(e));
        } catch (JacksonException e) {
            return Optional.of("the record is not readable JSON: " + words(e));
        }
    }

    /** The text of a JSON text with its quotes; empty when it is none. */
    static String text(byte[] json) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return parser.nextToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
        } catch (JacksonException e) {
            return "";
        }
    }

    private static String words(JacksonException e) {
        return Shown.of(String.valueOf(e.getOriginalMessage()));
    }

    private void object(JsonParser parser, Projection.Node node, RecordValues values) {
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            var token = parser.nextToken();
            var child = node.child(name);
            if (child != null) {
                value(parser, token, child, values);
            } else if (token.isStructStart()) {
                parser.skipChildren();
            }
        }
    }

    private void value(
            JsonParser parser, JsonToken token, Projection.Node node, RecordValues values) {
        switch (token) {
            case START_OBJECT -> {
                if (node.inner()) {
                    object(parser, node, values);
                } else {
                    parser.skipChildren();
                }
            }
            case START_ARRAY -> {
                if (node.each()) {
                    elements(parser, node, values);
                } else {
                    parser.skipChildren();
                }
            }
            case VALUE_NULL -> {}
            default -> {
                if (node.leaf()) {
                    values.add(node.slot(), Shown.clean(parser.getString()));
                }
            }
        }
    }

    private void elements(JsonParser parser, Projection.Node node, RecordValues values) {
        for (var token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            value(parser, token, node, values);
        }
    }
}
