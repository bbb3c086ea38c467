package io.penstock.platform.search;

import io.penstock.core.fault.FaultException;
import io.penstock.query.QueryException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Assets by name, case ignored, or in another order. */
@Component
public class AssetSearch {

    private final InventoryReader reader;
    private final QueryFields fields;
    private final AssetDetails details;

    AssetSearch(InventoryReader reader, QueryFields fields, AssetDetails details) {
        this.reader = reader;
        this.fields = fields;
        this.details = details;
    }

    /** Where a page ended; the key is read as its order wants it. */
    private record Place(UUID id, AssetOrder order, String key) {

        Place {
            order.bind(key, new HashMap<>());
        }

        void bind(Map<String, Object> binds) {
            order.bind(key, binds);
            binds.put("id", id);
        }
    }

    /** As {@link #find(int, String, AssetOrder, String, int)}, by name. */
    public ResultPage<AssetRow> find(
            int tenantId, String query, @Nullable String after, int limit) {
        return find(tenantId, query, AssetOrder.NAME_ASC, after, limit);
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
    public ResultPage<AssetRow> find(
            int tenantId, String query, AssetOrder order, @Nullable String after, int limit) {
        PageLimit.check(limit);
        var compiled = fields.forAssets(query);
        var place =
                Cursor.read(
                        after,
                        order.bound(query),
                        2,
                        parts -> new Place(UUID.fromString(parts.get(0)), order, parts.get(1)));
        var binds = compiled.bindsOf(tenantId);
        var count =
                reader.count(
                        "select 1 from asset a where a.tenant_id = :tenant and " + compiled.sql(),
                        Map.copyOf(binds));
        binds.put("limit", limit + 1);
        place.ifPresent(last -> last.bind(binds));
        var sql = page(compiled.sql(), place.isPresent() ? order.after() : "", order);
        var found = reader.rows(sql, binds, AssetRows::plain);
        var page = ResultPage.of(found, limit, last -> cursor(query, order, last), count);
        return page.with(details.complete(tenantId, page.rows()));
    }

    /** Everything of one asset; empty when the tenant has no such asset. */
    public Optional<AssetDetail> get(int tenantId, UUID assetId) {
        return details.get(tenantId, assetId);
    }

    /**
     * The asset that an id means now: its own, or the one it was merged into; empty when the tenant
     * has no such asset.
     */
    public Optional<UUID> idOf(int tenantId, UUID id) {
        return details.idOf(tenantId, id);
    }

    private static String page(String condition, String after, AssetOrder order) {
        return """
        select a.asset_id, a.name, lower(a.name) as folded, a.operating_system, a.ip_addresses,
            a.criticality, a.score, a.first_seen, a.last_seen, a.minimal
        from asset a
        where a.tenant_id = :tenant and %s %s
        order by %s
        limit :limit
        """
                .formatted(condition, after, order.clause());
    }

    private static String cursor(String query, AssetOrder order, AssetRows.Plain last) {
        return Cursor.write(order.bound(query), List.of(last.id().toString(), order.of(last)));
    }
}
