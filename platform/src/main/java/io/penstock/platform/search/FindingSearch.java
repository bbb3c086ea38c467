package io.penstock.platform.search;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.search.InventoryReader.Count;
import io.penstock.query.QueryException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Findings, worst first or mildest first. */
@Component
public class FindingSearch {

    private final InventoryReader reader;
    private final QueryFields fields;
    private final FindingDetails details;

    FindingSearch(InventoryReader reader, QueryFields fields, FindingDetails details) {
        this.reader = reader;
        this.fields = fields;
        this.details = details;
    }

    /** As {@link #find(int, String, FindingOrder, String, int)}, worst first. */
    public ResultPage<FindingRow> find(
            int tenantId, String query, @Nullable String after, int limit) {
        return find(tenantId, query, FindingOrder.WORST_FIRST, after, limit);
    }

    /**
     * @param query text of the query language; blank means all
     * @param after a {@link ResultPage#next()} of the same query and order, or null for the first
     *     page
     * @param limit 1 to 500
     * @throws QueryException when the query cannot be read
     * @throws FaultException CONFIGURATION for a wrong limit or cursor; UNAVAILABLE when it takes
     *     too long
     */
    public ResultPage<FindingRow> find(
            int tenantId, String query, FindingOrder order, @Nullable String after, int limit) {
        PageLimit.check(limit);
        var compiled = fields.forFindings(query);
        var binds = compiled.bindsOf(tenantId);
        binds.put("limit", limit + 1);
        var asked = new Asked(order.bound(query), compiled.sql(), order, binds, limit);
        return Cursor.read(after, asked.bound(), FindingPlace.PARTS, FindingPlace::of)
                .map(place -> following(asked, place))
                .orElseGet(() -> first(asked));
    }

    /**
     * @param bound what a cursor of it belongs to
     * @param binds of the condition, and {@code :tenant} and {@code :limit}, which is one more than
     *     the limit, so that it shows whether a page follows
     */
    private record Asked(
            String bound,
            String condition,
            FindingOrder order,
            Map<String, Object> binds,
            int limit) {

        ResultPage<FindingRow> page(List<FindingRow> found, Count count) {
            return ResultPage.of(
                    found,
                    limit,
                    last -> Cursor.write(bound, FindingPlace.of(last, count).text()),
                    count);
        }
    }

    /** What fits on one page is counted already. */
    private ResultPage<FindingRow> first(Asked asked) {
        var sql = FindingSql.firstPage(asked.condition(), asked.order());
        var found = reader.rows(sql, asked.binds(), FindingRows::row);
        var count =
                found.size() <= asked.limit()
                        ? Count.of(found.size())
                        : reader.count(
                                "select 1 from " + FindingSql.matching(asked.condition()),
                                asked.binds());
        return asked.page(found, count);
    }

    private ResultPage<FindingRow> following(Asked asked, FindingPlace place) {
        place.bind(asked.binds());
        var sql = FindingSql.followingPage(asked.condition(), asked.order());
        return asked.page(reader.rows(sql, asked.binds(), FindingRows::row), place.count());
    }

    /** Everything of one finding; empty when the tenant has no such finding. */
    public Optional<FindingDetail> get(int tenantId, UUID findingId) {
        return details.get(tenantId, findingId);
    }
}
