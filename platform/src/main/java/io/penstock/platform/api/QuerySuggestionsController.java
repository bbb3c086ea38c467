package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.search.Searched;
import io.penstock.platform.search.Suggestions;
import io.penstock.platform.security.Caller;
import io.penstock.query.FieldType;
import io.penstock.query.Suggestion;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** What may be typed next in a query bar. */
@RestController
class QuerySuggestionsController {

    private static final String LIMIT = "10";

    private final Suggestions suggestions;

    QuerySuggestionsController(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    /**
     * @param from start of the range an accepted text replaces, in UTF-16 units from 0
     * @param to its end
     */
    record SuggestionsJson(int from, int to, List<SuggestionJson> suggestions) {

        static SuggestionsJson of(Suggestions.Suggested suggested) {
            return new SuggestionsJson(
                    suggested.from(),
                    suggested.to(),
                    suggested.suggestions().stream().map(SuggestionJson::of).toList());
        }
    }

    /**
     * @param text to insert
     * @param type of a field
     * @param example a whole query with the field
     */
    record SuggestionJson(
            Suggestion.Kind kind,
            String text,
            String label,
            @Nullable FieldType type,
            @Nullable String description,
            @Nullable String example) {

        static SuggestionJson of(Suggestion one) {
            return new SuggestionJson(
                    one.kind(),
                    one.text(),
                    one.label(),
                    one.type(),
                    one.description().isEmpty() ? null : one.description(),
                    one.example().isEmpty() ? null : one.example());
        }
    }

    /**
     * What may be typed at a place of a query.
     *
     * @param over findings or assets
     * @param text of the query so far
     * @param caret in UTF-16 units from 0; without it, the end of the text is meant
     */
    @GetMapping("/api/v1/query/suggestions")
    SuggestionsJson suggest(
            Caller caller,
            @RequestParam String over,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable Integer caret,
            @RequestParam(defaultValue = LIMIT) int limit) {
        var typed = new Suggestions.Typed(text, caret == null ? text.length() : caret);
        return SuggestionsJson.of(
                suggestions.suggest(caller.tenantId(), searched(over), typed, limit));
    }

    private static Searched searched(String over) {
        return switch (over) {
            case "findings" -> Searched.FINDINGS;
            case "assets" -> Searched.ASSETS;
            default ->
                    throw new FaultException(
                            FaultKind.MALFORMED,
                            "OVER_UNKNOWN",
                            "The parameter 'over' is neither 'findings' nor 'assets'.",
                            "");
        };
    }
}
