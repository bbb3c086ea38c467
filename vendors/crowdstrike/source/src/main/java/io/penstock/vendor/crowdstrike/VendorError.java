package io.penstock.vendor.crowdstrike;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.Optional;

/**
 * An entry of an answer's {@code errors}.
 *
 * @param code the inner code; it may differ from the HTTP status
 * @param message the vendor's words, printable and cut to a line
 */
record VendorError(int code, String message) {

    private static final int MESSAGE_MAX = 200;

    /** True when a call that followed a cursor is told that the cursor is of no use. */
    boolean lost() {
        return code == 404 || code == 400;
    }

    /** Reads the first entry of the array the parser stands before; the rest is skipped. */
    static Optional<VendorError> readFirst(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return Optional.empty();
        }
        var first = Optional.<VendorError>empty();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (first.isEmpty() && parser.currentToken() == JsonToken.START_OBJECT) {
                first = Optional.of(read(parser));
            } else {
                parser.skipChildren();
            }
        }
        return first;
    }

    private static VendorError read(JsonParser parser) {
        var code = 0;
        var message = "";
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (name.equals("code") && value == JsonToken.VALUE_NUMBER_INT) {
                code = Math.clamp(parser.getLongValue(), 0, Integer.MAX_VALUE);
            } else if (name.equals("message") && value == JsonToken.VALUE_STRING) {
                message = line(parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        return new VendorError(code, message);
    }

    private static String line(String text) {
        var clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() > MESSAGE_MAX ? clean.substring(0, MESSAGE_MAX) : clean;
    }
}
