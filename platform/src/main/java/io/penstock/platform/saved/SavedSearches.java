package io.penstock.platform.saved;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.search.QueryFields;
import io.penstock.platform.search.Searched;
import io.penstock.platform.text.TypedText;
import io.penstock.query.QueryException;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps searches. Everybody keeps his own; an administrator may keep one for all. */
@Component
public class SavedSearches {

    /** Most searches of one person. */
    public static final int SEARCHES_MAX = 200;

    /** Longest name. */
    public static final int NAME_MAX = 100;

    private final SavedSearchRows rows;
    private final QueryFields fields;

    SavedSearches(SavedSearchRows rows, QueryFields fields) {
        this.rows = rows;
        this.fields = fields;
    }

    /** The keeper's own ones first, then those that are shared, by name. */
    public List<SavedSearch> seen(Keeper keeper, Searched over) {
        return rows.seen(keeper, over);
    }

    /**
     * @throws FaultException NOT_FOUND when there is none, or it is not the keeper's to see
     */
    public SavedSearch require(Keeper keeper, UUID uuid) {
        return rows.find(keeper, uuid)
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "SEARCH_UNKNOWN",
                                "There is no saved search " + uuid + ".",
                                ""));
    }

    /**
     * @throws QueryException when its text is not a query
     * @throws FaultException CONFIGURATION for a wrong name or one search too many, PERMISSION for
     *     a shared one of somebody who may not share, CONFLICT for a name that is taken
     */
    @Transactional
    public SavedSearch create(Keeper keeper, Searched over, SavedSearch.Text text) {
        check(keeper, over, text, false);
        if (rows.lockOwn(keeper) >= SEARCHES_MAX) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "SEARCH_TOO_MANY",
                    "You keep " + SEARCHES_MAX + " searches already, more are not allowed.",
                    "Delete one first.");
        }
        return named(text, () -> rows.insert(keeper, over, text));
    }

    /**
     * @throws QueryException as {@link #create}
     * @throws FaultException as {@link #create}; NOT_FOUND; PERMISSION for one of somebody else
     */
    @Transactional
    public SavedSearch change(Keeper keeper, UUID uuid, SavedSearch.Text text) {
        var before = changeable(keeper, uuid);
        check(keeper, before.over(), text, before.text().shared());
        return named(text, () -> rows.update(keeper, uuid, text));
    }

    /**
     * @throws FaultException NOT_FOUND; PERMISSION for one of somebody else
     */
    @Transactional
    public void delete(Keeper keeper, UUID uuid) {
        changeable(keeper, uuid);
        rows.delete(keeper, uuid);
    }

    private SavedSearch changeable(Keeper keeper, UUID uuid) {
        var search = require(keeper, uuid);
        if (!search.own() && !keeper.administrator()) {
            throw new FaultException(
                    FaultKind.PERMISSION,
                    "SEARCH_FOREIGN",
                    "The search is one of " + search.by() + ".",
                    "Save it under a name of your own.");
        }
        return search;
    }

    private void check(Keeper keeper, Searched over, SavedSearch.Text text, boolean wasShared) {
        TypedText.line("name", text.name());
        if (text.name().isBlank() || text.name().length() > NAME_MAX) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "SEARCH_NAME",
                    "The field 'name' has "
                            + text.name().length()
                            + " characters, allowed are 1 to "
                            + NAME_MAX
                            + ".",
                    "");
        }
        TypedText.lines("query", text.query());
        if (text.shared() && !wasShared && !keeper.administrator()) {
            throw new FaultException(
                    FaultKind.PERMISSION,
                    "SEARCH_SHARE",
                    "Only an administrator shares a search with everybody.",
                    "Leave 'shared' out.");
        }
        switch (over) {
            case FINDINGS -> fields.checkFindings(text.query());
            case ASSETS -> fields.checkAssets(text.query());
        }
    }

    private static SavedSearch named(SavedSearch.Text text, Supplier<SavedSearch> change) {
        try {
            return change.get();
        } catch (DuplicateKeyException e) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "SEARCH_NAME_TAKEN",
                    "You keep another search named '" + text.name() + "' already.",
                    "Choose another name.");
        }
    }
}
