package io.penstock.platform.bulk;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.search.AssetRow;
import io.penstock.platform.search.AssetSearch;
import io.penstock.platform.tag.Tags;
import io.penstock.query.QueryException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** Puts a tag on all assets that a query matches, or takes it off them. */
@Component
public class BulkTags {

    /** Most assets of one step. */
    public static final int ASSETS_MAX = 10_000;

    private static final String ASSETS = "hosts";

    private final AssetSearch assets;
    private final Tags tags;
    private final TransactionTemplate transactions;

    BulkTags(AssetSearch assets, Tags tags, PlatformTransactionManager transactions) {
        this.assets = assets;
        this.tags = tags;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * What was done.
     *
     * @param assets that match
     * @param changed of them, or of their records, that had the tag or had it not
     */
    public record Tagged(int assets, int changed) {}

    /**
     * How many match.
     *
     * @throws QueryException when the text is not a query
     * @throws FaultException CONFIGURATION when it matches nothing or too many
     */
    public int plan(int tenantId, String query) {
        return found(tenantId, query).size();
    }

    /**
     * Puts the tag on all of them, or on none.
     *
     * @param expected how many the person saw; null when nobody looked
     * @throws QueryException as {@link #plan}
     * @throws FaultException as {@link #plan}; NOT_FOUND for an unknown tag; CONFLICT when another
     *     number matches than was expected
     */
    public Tagged add(int tenantId, UUID tag, String query, @Nullable Long expected, String by) {
        var found = expected(tenantId, query, expected);
        return tagged(found, some -> tags.add(tenantId, tag, some, "", by));
    }

    /** Takes the tag off all of them, or off none; otherwise as {@link #add}. */
    public Tagged remove(int tenantId, UUID tag, String query, @Nullable Long expected) {
        var found = expected(tenantId, query, expected);
        return tagged(found, some -> tags.remove(tenantId, tag, some));
    }

    private List<UUID> expected(int tenantId, String query, @Nullable Long expected) {
        var found = found(tenantId, query);
        Matches.check(expected, found.size(), ASSETS);
        return found;
    }

    private Tagged tagged(List<UUID> found, ToIntFunction<List<UUID>> change) {
        var changed = transactions.execute(_ -> changed(found, change));
        return new Tagged(found.size(), changed == null ? 0 : changed);
    }

    private static int changed(List<UUID> found, ToIntFunction<List<UUID>> change) {
        var changed = 0;
        for (var from = 0; from < found.size(); from += Tags.ASSETS_MAX) {
            var to = Math.min(from + Tags.ASSETS_MAX, found.size());
            changed += change.applyAsInt(found.subList(from, to));
        }
        return changed;
    }

    private List<UUID> found(int tenantId, String query) {
        return Matches.all(
                        ASSETS,
                        ASSETS_MAX,
                        after -> assets.find(tenantId, query, after, Matches.PAGE))
                .stream()
                .map(AssetRow::id)
                .toList();
    }
}
