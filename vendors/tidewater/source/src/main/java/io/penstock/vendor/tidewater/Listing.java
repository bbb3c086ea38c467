package io.penstock.vendor.tidewater;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.source.HttpAnswer;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;

/**
 * What one pass over an answer told.
 *
 * @param records how many records it holds
 * @param last the number of the last one, or -1
 * @param matching the vendor's count for the whole range asked for
 * @param highest the highest number in that range, or -1
 */
record Listing(int records, long last, long matching, long highest) {

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * @throws FaultException MALFORMED when the body is cut off or is no listing
     */
    static Listing of(HttpAnswer answer) {
        try (var plain = answer.plain();
                var parser = JSON.createParser(ObjectReadContext.empty(), plain)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw unreadable(null);
            }
            return read(parser);
        } catch (IOException | JacksonException e) {
            throw unreadable(e);
        }
    }

    private static Listing read(JsonParser parser) {
        var found = new Listing(0, -1, -1, -1);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            found =
                    switch (name) {
                        case "matching" -> found.matching(parser.getLongValue());
                        case "highest" -> found.highest(parser.getLongValue());
                        case "records" -> found.withRecords(parser);
                        default -> {
                            parser.skipChildren();
                            yield found;
                        }
                    };
        }
        if (found.matching < 0) {
            throw unreadable(null);
        }
        return found;
    }

    private Listing matching(long count) {
        return new Listing(records, last, count, highest);
    }

    private Listing highest(long number) {
        return new Listing(records, last, matching, number);
    }

    private Listing withRecords(JsonParser parser) {
        var count = 0;
        var number = -1L;
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            count++;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                number = name.equals("number") ? parser.getLongValue() : number;
                parser.skipChildren();
            }
        }
        return new Listing(count, number, matching, highest);
    }

    private static FaultException unreadable(@Nullable Throwable cause) {
        var fault =
                Fault.of(
                        FaultKind.MALFORMED,
                        "TIDEWATER_PAGE_UNREADABLE",
                        "Tidewater's answer is cut off or is not a listing.",
                        "It is asked for again.");
        return new FaultException(fault, cause);
    }
}
