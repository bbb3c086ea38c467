package io.penstock.platform.transform;

import io.penstock.core.transform.RecordValues;
import io.penstock.core.value.FieldPath;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.io.IOException;

/**
 * Reads a sound page with one parser, which is cheaper than cutting it into records first. The
 * first thing that is not as it should be ends it, and {@link PageRecords} goes on from there. One
 * thread.
 */
final class PageStream {

    private final FieldPath records;
    private final RecordReader reader;
    private final RecordValues values;

    PageStream(FieldPath records, RecordReader reader, RecordValues values) {
        this.records = records;
        this.reader = reader;
        this.values = values;
    }

    /**
     * @param count how many records were handed out
     * @param whole whether that is all of the page
     */
    record Part(int count, boolean whole) {}

    /** Hands out records up to the end, or to the first thing that is odd. */
    Part read(byte[] body, String encoding, PageReader.RecordSink sink) {
        var count = 0;
        try (var page = PageBytes.unpacked(body, encoding);
                var parser = RecordReader.parser(page)) {
            if (!toRecords(parser)) {
                return new Part(0, false);
            }
            var start = offset(parser);
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                var fits = reader.read(parser, true, values);
                var end = offset(parser);
                if (!fits || end - start > PageRecords.RECORD_MAX) {
                    return new Part(count, false);
                }
                sink.take(count++, values);
                start = end;
            }
            return new Part(count, atEnd(parser));
        } catch (JacksonException | IOException e) {
            // Not lost: whoever called reads on with the reader that says what is wrong.
            return new Part(count, false);
        }
    }

    private static long offset(JsonParser parser) {
        return parser.currentLocation().getByteOffset();
    }

    /** Goes to the array of records; false when the page has none. */
    private boolean toRecords(JsonParser parser) {
        parser.nextToken();
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
    private static boolean atEnd(JsonParser parser) {
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            return false;
        }
        while (parser.nextToken() != null) {
            parser.skipChildren();
        }
        return true;
    }
}
