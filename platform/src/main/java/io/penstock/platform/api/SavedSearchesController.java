package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.saved.Keeper;
import io.penstock.platform.saved.SavedSearch;
import io.penstock.platform.saved.SavedSearches;
import io.penstock.platform.search.Searched;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Searches that people keep (part C 21). */
@RestController
class SavedSearchesController {

    private static final String BASE = "/api/v1/saved-searches";

    private final SavedSearches searches;

    SavedSearchesController(SavedSearches searches) {
        this.searches = searches;
    }

    /**
     * A name for a query.
     *
     * @param over what the query is over; cannot be changed
     * @param query left out, everything is meant
     * @param shared everybody sees it; only administrators share
     */
    record SearchInput(
            @Nullable Searched over,
            @Nullable String name,
            @Nullable String query,
            @Nullable Boolean shared) {

        SavedSearch.Text text() {
            return new SavedSearch.Text(
                    name == null ? "" : name.strip(),
                    query == null ? "" : query.strip(),
                    shared != null && shared);
        }
    }

    /**
     * A saved search as REST shows it.
     *
     * @param by name of its owner
     * @param own it is the caller's
     */
    record SearchJson(
            UUID uuid,
            Searched over,
            String name,
            String query,
            boolean shared,
            String by,
            boolean own,
            Instant createdAt,
            Instant changedAt) {

        static SearchJson of(SavedSearch search) {
            return new SearchJson(
                    search.uuid(),
                    search.over(),
                    search.text().name(),
                    search.text().query(),
                    search.text().shared(),
                    search.by(),
                    search.own(),
                    search.times().createdAt(),
                    search.times().changedAt());
        }
    }

    record SearchesJson(List<SearchJson> searches) {}

    /**
     * Saved searches: the caller's own, then those that are shared, by name; at most 500.
     *
     * @param over what they are over
     * @return searches
     */
    @GetMapping(BASE)
    SearchesJson all(Caller caller, @RequestParam Searched over) {
        var seen = searches.seen(Keeper.of(caller), over);
        return new SearchesJson(seen.stream().map(SearchJson::of).toList());
    }

    /**
     * Save a search.
     *
     * @return the search
     */
    @PostMapping(BASE)
    @ResponseStatus(HttpStatus.CREATED)
    SearchJson create(Caller caller, @RequestBody SearchInput input) {
        if (input.over() == null) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "SEARCH_FIELDS",
                    "A saved search needs the fields 'over' and 'name'.",
                    "");
        }
        return SearchJson.of(searches.create(Keeper.of(caller), input.over(), input.text()));
    }

    /**
     * One saved search.
     *
     * @return the search
     */
    @GetMapping(BASE + "/{uuid}")
    SearchJson one(Caller caller, @PathVariable UUID uuid) {
        return SearchJson.of(searches.require(Keeper.of(caller), uuid));
    }

    /**
     * Change a saved search: the own ones; administrators change shared ones, too.
     *
     * @return the search
     */
    @PutMapping(BASE + "/{uuid}")
    SearchJson change(Caller caller, @PathVariable UUID uuid, @RequestBody SearchInput input) {
        return SearchJson.of(searches.change(Keeper.of(caller), uuid, input.text()));
    }

    /** Delete a saved search: the own ones; administrators delete shared ones, too. */
    @DeleteMapping(BASE + "/{uuid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID uuid) {
        searches.delete(Keeper.of(caller), uuid);
    }
}
