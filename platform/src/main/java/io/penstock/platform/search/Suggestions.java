package io.penstock.platform.search;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.query.AskedValue;
import io.penstock.query.Parser;
import io.penstock.query.Suggestion;

import org.springframework.stereotype.Component;

import java.util.List;

/** What may be typed next in a query, with values of the tenant's own data. */
@Component
public class Suggestions {

    /** Most suggestions of one answer. */
    public static final int LIMIT_MAX = 50;

    private final QueryFields fields;
    private final ValueReader values;

    Suggestions(QueryFields fields, ValueReader values) {
        this.fields = fields;
        this.values = values;
    }

    /**
     * A text and the place in it where a person types.
     *
     * @param caret in UTF-16 units, 0 to the text's length
     */
    public record Typed(String text, int caret) {

        public Typed {
            if (text.length() > Parser.TEXT_MAX) {
                throw wrong(
                        "TEXT_LENGTH",
                        "The parameter 'text' has "
                                + text.length()
                                + " characters, allowed are "
                                + Parser.TEXT_MAX
                                + ".");
            }
            if (caret < 0 || caret > text.length()) {
                throw wrong(
                        "CARET_RANGE",
                        "The parameter 'caret' is "
                                + caret
                                + ", allowed are 0 to "
                                + text.length()
                                + ", the length of 'text'.");
            }
        }
    }

    /**
     * What may stand at the caret.
     *
     * @param from start of the range an accepted suggestion replaces
     * @param to its end; not before the caret
     * @param suggestions best first
     */
    public record Suggested(int from, int to, List<Suggestion> suggestions) {}

    /**
     * @param limit most suggestions, 1 to {@link #LIMIT_MAX}
     * @throws FaultException MALFORMED for a limit out of range
     */
    public Suggested suggest(int tenantId, Searched over, Typed typed, int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw wrong(
                    "LIMIT_RANGE",
                    "The parameter 'limit' is " + limit + ", allowed are 1 to " + LIMIT_MAX + ".");
        }
        var completion = fields.complete(over, typed.text(), typed.caret());
        var all =
                completion
                        .asked()
                        .map(asked -> completion.with(found(tenantId, asked, limit)))
                        .orElse(completion);
        return new Suggested(
                all.from(), all.to(), all.suggestions().stream().limit(limit).toList());
    }

    private List<Suggestion> found(int tenantId, AskedValue asked, int limit) {
        return values.find(tenantId, asked.field(), asked.typed(), limit).stream()
                .flatMap(value -> asked.offer(value.text(), value.says()).stream())
                .toList();
    }

    private static FaultException wrong(String code, String message) {
        return new FaultException(FaultKind.MALFORMED, code, message, "");
    }
}
