package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.source.HttpAnswer;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.Optional;

/**
 * What a refusal says of itself.
 *
 * @param poweredBy the vendor's service that answered; {@code crowdstrike-api-gateway} refuses
 *     addresses, {@code csam} refuses clients
 * @param trace what the vendor's support asks for, or empty
 */
record ErrorEnvelope(Optional<VendorError> error, String poweredBy, String trace) {

    private static final ErrorEnvelope UNREADABLE = new ErrorEnvelope(Optional.empty(), "", "");
    private static final int NAME_MAX = 80;

    /** Never fails: a refusal that cannot be read is judged by its status alone. */
    static ErrorEnvelope of(HttpAnswer answer) {
        if (!FalconJson.looksLikeJson(answer)) {
            return UNREADABLE;
        }
        try {
            return FalconJson.scan(answer, "a call", ErrorEnvelope::read);
        } catch (FaultException e) {
            return UNREADABLE;
        }
    }

    private static ErrorEnvelope read(JsonParser parser) {
        var envelope = UNREADABLE;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            if (name.equals("errors")) {
                var error = VendorError.readFirst(parser);
                envelope = new ErrorEnvelope(error, envelope.poweredBy, envelope.trace);
            } else if (name.equals("meta")) {
                envelope = withMeta(parser, envelope.error);
            } else {
                parser.skipChildren();
            }
        }
        return envelope;
    }

    private static ErrorEnvelope withMeta(JsonParser parser, Optional<VendorError> error) {
        var service = "";
        var trace = "";
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new ErrorEnvelope(error, service, trace);
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (value == JsonToken.VALUE_STRING && name.equals("powered_by")) {
                service = shortName(parser.getString());
            } else if (value == JsonToken.VALUE_STRING && name.equals("trace_id")) {
                trace = shortName(parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        return new ErrorEnvelope(error, service, trace);
    }

    private static String shortName(String text) {
        var clean = text.replaceAll("[^A-Za-z0-9._-]", "");
        return clean.length() > NAME_MAX ? clean.substring(0, NAME_MAX) : clean;
    }
}
