package io.penstock.platform.search;

import io.penstock.core.fault.FaultException;
import io.penstock.query.QueryException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Assets by name, case ignored. */
@Component
public class AssetSearch {

    /** The pattern operators, because the index that serves "begins with" serves the order too. */
    private static final String AFTER =
            """
            and lower(a.name) ~>=~ :name and (lower(a.name) ~>~ :name or a.asset_id > :id)
            """;

    private final InventoryReader reader;
    private final QueryFields fields;
    private final AssetDetails details;

    AssetSearch(InventoryReader reader, QueryFields fields, AssetDetails details) {
        this.reader = reader;
        this.fields = fields;
        this.details = details;
    }

    private record Key(UUID id, String name) {

        static Key of(List<String> parts) {
            return new Key(UUID.fromString(parts.get(0)), parts.get(1));
        }
    }

    /**
     * @param query text of the query language; blank means all
     * @param after a {@link ResultPage#next()} of the same query, or null for the first page
     * @param limit 1 to 500
     * @throws QueryException when the query cannot be read
     * @throws FaultException CONFIGURATION for a wrong limit or cursor; UNAVAILABLE when it takes
     *     too long
     */
    public ResultPage<AssetRow> find(
            int tenantId, String query, @Nullable String after, int limit) {
        PageLimit.check(limit);
        var compiled = fields.forAssets(query);
        var key = Cursor.read(after, query, 2, Key::of);
        var binds = compiled.bindsOf(tenantId);
        var count =
                reader.count(
                        "select 1 from asset a where a.tenant_id = :tenant and " + compiled.sql(),
                        Map.copyOf(binds));
        binds.put("limit", limit + 1);
        key.ifPresent(last -> bind(last, binds));
        var sql = page(compiled.sql(), key.isPresent() ? AFTER : "");
        var found = reader.rows(sql, binds, AssetRows::plain);
        var page = ResultPage.of(found, limit, last -> cursor(query, last), count);
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

    private static String page(String condition, String after) {
        return """
        select a.asset_id, a.name, lower(a.name) as folded, a.operating_system, a.ip_addresses,
            a.criticality, a.score, a.first_seen, a.last_seen, a.minimal
        from asset a
        where a.tenant_id = :tenant and %s %s
        order by lower(a.name) using ~<~, a.asset_id
        limit :limit
        """
                .formatted(condition, after);
    }

    private static String cursor(String query, AssetRows.Plain last) {
        return Cursor.write(query, List.of(last.id().toString(), last.folded()));
    }

    private static void bind(Key last, Map<String, Object> binds) {
        binds.put("name", last.name());
        binds.put("id", last.id());
    }
}
