package io.penstock.vendor.crowdstrike;

import io.penstock.source.HttpAnswer;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page of host ids. Ids are opaque text and never taken apart.
 *
 * @param total the vendor's count under the page's filter, or -1 when it is missing
 */
record HostIds(List<String> ids, long total, Optional<VendorError> error) {

    private static final int IDS_MAX = 1_000;
    private static final int ID_LENGTH_MAX = 1_000;

    HostIds {
        ids = List.copyOf(ids);
    }

    static HostIds of(HttpAnswer answer) {
        return FalconJson.scan(answer, "GET " + Endpoint.HOST_IDS.path(), HostIds::read);
    }

    private static HostIds read(JsonParser parser) {
        var ids = List.<String>of();
        var total = -1L;
        var error = Optional.<VendorError>empty();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "resources" -> ids = ids(parser);
                case "meta" -> total = total(parser);
                case "errors" -> error = VendorError.readFirst(parser);
                default -> parser.skipChildren();
            }
        }
        return new HostIds(ids, total, error);
    }

    private static List<String> ids(JsonParser parser) {
        var ids = new ArrayList<String>();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return ids;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                ids.add(parser.getString());
            } else {
                parser.skipChildren();
            }
            if (ids.size() > IDS_MAX
                    || (!ids.isEmpty() && ids.getLast().length() > ID_LENGTH_MAX)) {
                throw Incomplete.oversized(Endpoint.HOST_IDS, IDS_MAX, ID_LENGTH_MAX);
            }
        }
        return ids;
    }

    private static long total(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return -1;
        }
        var total = -1L;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (name.equals("pagination") && value == JsonToken.START_OBJECT) {
                total = total(parser);
            } else if (name.equals("total") && value == JsonToken.VALUE_NUMBER_INT) {
                total = parser.getLongValue();
            } else {
                parser.skipChildren();
            }
        }
        return total;
    }
}
