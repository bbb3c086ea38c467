package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.source.HttpAnswer;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Function;

/** One pass over an answer's JSON, inflated on the way. Nothing of the body is kept. */
final class FalconJson {

    private static final int DEPTH_MAX = 64;
    private static final int TEXT_MAX = 8_000_000;

    /** One factory: it carries the table of known property names from page to page. */
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEPTH_MAX)
                                    .maxStringLength(TEXT_MAX)
                                    .build())
                    .build();

    private FalconJson() {}

    /**
     * Reads the object an answer holds to its very end, so that a body cut off in the middle is
     * noticed.
     *
     * @param what the call, for the sentence of a fault
     * @param reader gets the parser standing on the opening brace and leaves it on the closing one
     * @throws FaultException MALFORMED when the body is not one JSON object
     */
    static <T> T scan(HttpAnswer answer, String what, Function<JsonParser, T> reader) {
        try (var body = answer.plain();
                var parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw notJson(answer, what, "its body does not start with an object");
            }
            var result = reader.apply(parser);
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw notJson(answer, what, "text follows the object");
            }
            return result;
        } catch (JacksonException e) {
            throw notJson(answer, what, e.getOriginalMessage());
        } catch (IOException e) {
            throw notJson(answer, what, String.valueOf(e.getMessage()));
        }
    }

    /** True when the answer says, by its type or its first character, that it holds JSON. */
    static boolean looksLikeJson(HttpAnswer answer) {
        var type = answer.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("html") || answer.body().length == 0) {
            return false;
        }
        try (var body = answer.plain()) {
            var first = body.read();
            while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
                first = body.read();
            }
            return first == '{';
        } catch (IOException e) {
            return false;
        }
    }

    private static FaultException notJson(HttpAnswer answer, String what, String why) {
        var type = answer.header("content-type").orElse("no content type");
        return new FaultException(
                FaultKind.MALFORMED,
                "VENDOR_ANSWER_UNREADABLE",
                "CrowdStrike's answer to "
                        + what
                        + " ("
                        + answer.status()
                        + ", "
                        + type
                        + ", "
                        + answer.body().length
                        + " bytes) is not complete JSON: "
                        + firstLine(why)
                        + ".",
                "A body cut off on the way is asked for again; an HTML page points to a proxy"
                        + " between engine and vendor.");
    }

    private static String firstLine(String text) {
        var line = text.lines().findFirst().orElse("").strip();
        return line.length() > 160 ? line.substring(0, 160) : line;
    }
}
