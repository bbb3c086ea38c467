package io.penstock.platform.console.inventory;

import io.penstock.platform.console.frame.Paging;
import io.penstock.platform.search.AssetOrder;
import io.penstock.platform.search.FindingOrder;
import io.penstock.platform.search.GroupBy;
import io.penstock.platform.search.Searched;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a list shows, and how: everything its address carries.
 *
 * @param path without parameters
 * @param order name of one; empty for the usual one
 * @param group name of what it is grouped by; empty for the list itself
 * @param paging with the path and the parameters but the query
 */
public record Listing(
        Searched over, String path, String query, String order, String group, Paging paging) {

    static final String FINDINGS = "/risk-management/findings/vulnerability";
    static final String ASSETS = "/inventory/assets/host";

    /** Which page of a list. */
    record Turn(String after, List<String> trail) {

        static final Turn FIRST = new Turn("", List.of());
    }

    static Listing findings(String query, FindingOrder order, @Nullable GroupBy group, Turn turn) {
        return of(
                Searched.FINDINGS,
                query,
                order == FindingOrder.WORST_FIRST ? "" : order.name(),
                group == null ? "" : group.name(),
                turn);
    }

    static Listing assets(String query, AssetOrder order, Turn turn) {
        var name = order == AssetOrder.NAME_ASC ? "" : order.name();
        return of(Searched.ASSETS, query, name, "", turn);
    }

    /** The plain list of a query. */
    static Listing plain(Searched over, String query) {
        return of(over, query, "", "", Turn.FIRST);
    }

    private static Listing of(Searched over, String query, String order, String group, Turn turn) {
        var path = over == Searched.FINDINGS ? FINDINGS : ASSETS;
        var parameters =
                kept(order, group).entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("&"));
        var whole = parameters.isEmpty() ? path : path + "?" + parameters;
        return new Listing(
                over,
                path,
                query,
                order,
                group,
                Paging.of(whole, query, turn.after(), turn.trail()));
    }

    /** The parameters that stay when another query is asked. */
    public Map<String, String> kept() {
        return kept(order, group);
    }

    private static Map<String, String> kept(String order, String group) {
        var kept = new LinkedHashMap<String, String>();
        if (!order.isEmpty()) {
            kept.put("order", order);
        }
        if (!group.isEmpty()) {
            kept.put("group", group);
        }
        return kept;
    }

    /** Where the choice of columns goes. */
    public String columnsPath() {
        return path + "/columns";
    }

    /** The first page in another order. */
    public String ordered(String other) {
        return of(over, query, other, group, Turn.FIRST).paging().first();
    }

    /** The same findings, grouped; empty for the list itself. */
    public String grouped(String by) {
        return of(over, query, order, by, Turn.FIRST).paging().first();
    }

    /** The list of another query. */
    public String of(String other) {
        return paging.of(other);
    }
}
