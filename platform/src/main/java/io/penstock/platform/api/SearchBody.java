package io.penstock.platform.api;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.Shown;
import io.penstock.query.Parser;
import io.penstock.query.QueryException;
import io.penstock.query.QueryFault;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

import java.io.InputStream;
import java.util.EnumSet;
import java.util.Set;

/**
 * The JSON of a search whose query does not fit into an address: what the GET call takes as
 * parameters. It is read while it comes and never as a whole, so that a body of any size costs the
 * memory of the longest query.
 *
 * @param order name of one; empty for the usual one
 * @param after null for the first page
 */
record SearchBody(String query, String order, @Nullable String after, int limit) {

    private static final int LIMIT = 50;
    private static final Set<String> MEMBERS = Set.of("query", "order", "after", "limit");

    /** Longest text: of a cursor, and of a query that is refused with its exact length. */
    private static final int TEXT_MAX = 2 * Parser.TEXT_MAX;

    /** A query and a cursor with every character escaped, and room for blanks. */
    private static final long BODY_MAX = 1L << 18;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(TEXT_MAX)
                                    .maxDocumentLength(BODY_MAX)
                                    .maxNestingDepth(2)
                                    .maxNameLength(100)
                                    .build())
                    .build();

    /**
     * @throws QueryException when the query is so long that it is not even read
     * @throws FaultException MALFORMED when this is not the JSON of a search
     */
    static SearchBody read(InputStream content) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), content)) {
            return read(json);
        } catch (StreamConstraintsException e) {
            throw refused(
                    "BODY_TOO_LONG",
                    "The body or a text in it is longer than this call takes.",
                    "It takes up to " + BODY_MAX + " bytes, with query, order, after and limit.");
        } catch (JacksonException e) {
            throw refused("BODY_UNREADABLE", "The body is not the JSON this call takes.", "");
        }
    }

    private static SearchBody read(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw refused("BODY_UNREADABLE", "The body is not the JSON this call takes.", "");
        }
        var body = new SearchBody("", "", null, LIMIT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            body = body.with(json.currentName(), json);
        }
        if (json.nextToken() != null) {
            throw refused("BODY_UNREADABLE", "More stands behind the JSON of this call.", "");
        }
        return body;
    }

    private SearchBody with(String member, JsonParser json) {
        var token = json.nextToken();
        if (token == JsonToken.VALUE_NULL && isMember(member)) {
            return this;
        }
        return switch (member) {
            case "query" -> new SearchBody(query(json), order, after, limit);
            case "order" -> new SearchBody(query, text(member, json), after, limit);
            case "after" -> new SearchBody(query, order, text(member, json), limit);
            case "limit" -> new SearchBody(query, order, after, number(member, json));
            default -> throw unknown(member);
        };
    }

    private static boolean isMember(String name) {
        return MEMBERS.contains(name);
    }

    /**
     * @param usual order when none is named
     * @throws FaultException MALFORMED when there is no such order
     */
    <E extends Enum<E>> E order(E usual) {
        if (order.isEmpty()) {
            return usual;
        }
        return EnumSet.allOf(usual.getDeclaringClass()).stream()
                .filter(one -> one.name().equals(order))
                .findFirst()
                .orElseThrow(() -> wrongType("order", usual.getDeclaringClass().getSimpleName()));
    }

    private static String query(JsonParser json) {
        try {
            return text("query", json);
        } catch (StreamConstraintsException e) {
            throw tooLong();
        }
    }

    private static String text(String member, JsonParser json) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw wrongType(member, "String");
        }
        return json.getString();
    }

    private static int number(String member, JsonParser json) {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw wrongType(member, "int");
        }
        var fits = json.getNumberType() == JsonParser.NumberType.INT;
        return fits ? json.getIntValue() : Integer.MAX_VALUE;
    }

    private static QueryException tooLong() {
        return new QueryException(
                new QueryFault(
                        Parser.TEXT_MAX + 1,
                        "The query has more than "
                                + TEXT_MAX
                                + " characters, allowed are "
                                + Parser.TEXT_MAX
                                + ".",
                        "Shorten it; several values of one field fit into a list: field:[a, b]"));
    }

    private static FaultException wrongType(String member, String type) {
        return refused(
                "PARAMETER_INVALID",
                "The member '" + member + "' needs a value of type " + type + ".",
                "");
    }

    private static FaultException unknown(String member) {
        return refused(
                "MEMBER_UNKNOWN",
                "The body has a member '" + Shown.of(member) + "', which this call does not know.",
                "It takes query, order, after and limit.");
    }

    private static FaultException refused(String code, String sentence, String hint) {
        return new FaultException(Fault.of(FaultKind.MALFORMED, code, sentence, hint));
    }
}
