package io.penstock.platform.search;

import static java.util.stream.Collectors.joining;

import io.penstock.core.fault.FaultException;
import io.penstock.core.score.AssetBand;
import io.penstock.query.QueryException;
import io.penstock.query.QueryPrinter;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How the assets of a query split up. There are few of them, so every count is exact. */
@Component
public class AssetCounts {

    private static final int GROUPS_MAX = 100;

    private static final String OF_RECORDS =
            """
            select %1$s as key, count(distinct s.asset_id) as assets from a
            join asset_source s on s.tenant_id = :tenant and s.asset_id = a.asset_id
            %2$s
            group by 1
            """;

    private static final String CONNECTION =
            "join connection c on c.tenant_id = :tenant and c.connection_id = s.connection_id";

    private static final String TAG =
            """
            join asset_tag x on x.tenant_id = :tenant and x.host_id = s.host_id
                and x.origin = 'HAND'
            join tag t on t.tenant_id = :tenant and t.tag_id = x.tag_id
            """;

    private static final String SIZE = "g.assets desc, g.key";
    private static final String FROM_THE_TOP = "g.key::integer desc";

    private static final int SCORE_MAX = 1_000;

    /** The lowest score of each band, from the bottom. */
    private static final List<Integer> BANDS =
            IntStream.rangeClosed(0, SCORE_MAX)
                    .filter(score -> score == 0 || AssetBand.of(score) != AssetBand.of(score - 1))
                    .boxed()
                    .toList();

    private final InventoryReader reader;
    private final QueryFields fields;

    AssetCounts(InventoryReader reader, QueryFields fields) {
        this.reader = reader;
        this.fields = fields;
    }

    /**
     * The largest groups first; criticalities and bands of scores from the top.
     *
     * @param query text of the query language; blank means all
     * @param limit 1 to 100
     * @throws QueryException when the query cannot be read
     * @throws FaultException CONFIGURATION for a wrong limit; UNAVAILABLE when it takes too long
     */
    public AssetGroups groups(int tenantId, String query, AssetGroupBy by, int limit) {
        PageLimit.check(limit, GROUPS_MAX);
        var compiled = fields.forAssets(query);
        var binds = compiled.bindsOf(tenantId);
        binds.put("limit", limit);
        var found =
                reader.rows(
                        sql(compiled.sql(), by),
                        binds,
                        (row, _) ->
                                new Found(
                                        row.getString("key"),
                                        row.getLong("assets"),
                                        row.getLong("groups")));
        var groups = found.stream().map(one -> one.group(query, by)).toList();
        return new AssetGroups(by, groups, found.isEmpty() ? 0 : found.getFirst().groups());
    }

    private static String sql(String condition, AssetGroupBy by) {
        return """
        with a as (
            select a.asset_id, a.criticality, a.score, a.operating_system from asset a
            where a.tenant_id = :tenant and %s)
        select g.key, g.assets, count(*) over () as groups from (%s) g
        order by %s
        limit :limit
        """
                .formatted(condition, counts(by), order(by));
    }

    private record Found(String key, long assets, long groups) {

        AssetGroups.Group group(String query, AssetGroupBy by) {
            var narrowed = GroupTerm.narrowed(query, term(by, key));
            return new AssetGroups.Group(label(by, key), assets, narrowed);
        }
    }

    private static String counts(AssetGroupBy by) {
        return switch (by) {
            case CRITICALITY ->
                    "select a.criticality::text as key, count(*) as assets from a group by 1";
            case SCORE ->
                    "select " + bands() + "::text as key, count(*) as assets from a group by 1";
            case OPERATING_SYSTEM ->
                    "select a.operating_system as key, count(*) as assets from a group by 1";
            case SOURCE -> OF_RECORDS.formatted("c.source_label", CONNECTION);
            case TAG -> OF_RECORDS.formatted("t.name", TAG);
        };
    }

    /** The lowest score of the band of each. */
    private static String bands() {
        return BANDS.reversed().stream()
                .map(from -> "when a.score >= " + from + " then " + from)
                .collect(joining(" ", "(case ", " end)"));
    }

    private static String order(AssetGroupBy by) {
        return switch (by) {
            case CRITICALITY, SCORE -> FROM_THE_TOP;
            case SOURCE, TAG, OPERATING_SYSTEM -> SIZE;
        };
    }

    private static String label(AssetGroupBy by, String key) {
        return switch (by) {
            case SCORE -> {
                var name = AssetBand.of(Integer.parseInt(key)).name();
                yield name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT) + ", from " + key;
            }
            case OPERATING_SYSTEM -> key.isEmpty() ? "none" : key;
            case CRITICALITY, SOURCE, TAG -> key;
        };
    }

    private static String term(AssetGroupBy by, String key) {
        return switch (by) {
            case CRITICALITY -> "asset.criticalityScore:" + key;
            case SCORE -> scores(Integer.parseInt(key));
            case SOURCE -> "asset.inventory.source:" + QueryPrinter.exact(key);
            case TAG -> "asset.tag.name:" + QueryPrinter.exact(key);
            case OPERATING_SYSTEM ->
                    key.isEmpty()
                            ? "operatingSystem.name is null"
                            : "operatingSystem.name:" + QueryPrinter.exact(key);
        };
    }

    private static String scores(int from) {
        var next = BANDS.indexOf(from) + 1;
        return next == BANDS.size()
                ? "asset.riskScore>=" + from
                : "asset.riskScore:[%d .. %d]".formatted(from, BANDS.get(next) - 1);
    }
}
