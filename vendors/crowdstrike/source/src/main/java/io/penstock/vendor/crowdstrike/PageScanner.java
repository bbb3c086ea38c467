package io.penstock.vendor.crowdstrike;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.Optional;

/**
 * One streaming pass over a page: of each record only its id and one timestamp become text, every
 * other value is stepped over.
 */
final class PageScanner {

    private final JsonParser parser;
    private final String keyField;
    private final RecordKey reached;

    private int records;
    private int fresh;
    private final Blocks.Tally blocks = new Blocks.Tally();
    private long total = -1;
    private int limit = -1;
    private String after = "";
    private RecordKey last = RecordKey.NONE;
    private int atLast;
    private Optional<VendorError> error = Optional.empty();

    PageScanner(JsonParser parser, String keyField, RecordKey reached) {
        this.parser = parser;
        this.keyField = keyField;
        this.reached = reached;
    }

    PageScan page() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "resources" -> resources();
                case "meta" -> meta();
                case "errors" -> error = VendorError.readFirst(parser);
                default -> parser.skipChildren();
            }
        }
        return new PageScan(
                records, fresh, blocks.result(), total, limit, after, last, atLast, error);
    }

    private void resources() {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                record();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void record() {
        var id = "";
        var timestamp = "";
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (value == JsonToken.VALUE_STRING) {
                if (name.equals("id")) {
                    id = parser.getString();
                } else if (name.equals(keyField)) {
                    timestamp = parser.getString();
                } else if (name.equals("aid") || name.equals("vulnerability_id")) {
                    blocks.field(name, parser.getString());
                }
            } else if (value == JsonToken.START_OBJECT) {
                blocks.block(name);
                parser.skipChildren();
            } else {
                parser.skipChildren();
            }
        }
        blocks.recordEnds();
        seen(new RecordKey(timestamp, id));
    }

    private void seen(RecordKey key) {
        records++;
        if (key.isAfter(reached)) {
            fresh++;
        }
        var order = RecordKey.compareTimes(key.timestamp(), last.timestamp());
        atLast = order > 0 ? 1 : order == 0 ? atLast + 1 : atLast;
        if (key.isAfter(last)) {
            last = key;
        }
    }

    private void meta() {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var pagination = parser.currentName().equals("pagination");
            if (parser.nextToken() == JsonToken.START_OBJECT && pagination) {
                pagination();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void pagination() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (name.equals("total") && value == JsonToken.VALUE_NUMBER_INT) {
                total = parser.getLongValue();
            } else if (name.equals("limit") && value == JsonToken.VALUE_NUMBER_INT) {
                limit = Math.clamp(parser.getLongValue(), -1, Integer.MAX_VALUE);
            } else if (name.equals("after") && value == JsonToken.VALUE_STRING) {
                after = parser.getString();
            } else {
                parser.skipChildren();
            }
        }
    }
}
