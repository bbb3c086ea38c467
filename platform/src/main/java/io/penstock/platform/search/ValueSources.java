package io.penstock.platform.search;

import io.penstock.query.QueryField;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the values of a field are found without a pass over a large table: along an index, one step
 * for each different value, or in a table that is small. A statement takes {@code :tenant}, {@code
 * :typed} and {@code :limit} and gives a value and what else a person knows it by.
 */
final class ValueSources {

    /** From one value to the next greater one, so that equal values cost nothing. */
    private static final String ALONG_INDEX =
            """
            with recursive step as (
                (select $key as key, $value as value from $table t
                where t.tenant_id = :tenant and $key $atLeast $typed
                order by $key $order limit 1)
                union all
                select n.key, n.value from step s
                cross join lateral (
                    select $key as key, $value as value from $table t
                    where t.tenant_id = :tenant and $key $after s.key
                    order by $key $order limit 1) n
                where starts_with(s.key, $typed)
            )
            select s.value, '' as says from step s where starts_with(s.key, $typed) limit :limit
            """;

    /** What begins so, then what holds it. */
    private static final String OF_SMALL_TABLE =
            """
            select t.$column, '' as says from $table t
            where t.tenant_id = :tenant and strpos(lower(t.$column), lower(:typed)) > 0
            group by t.$column
            order by starts_with(lower(t.$column), lower(:typed)) desc, t.$column limit :limit
            """;

    private static final String CONNECTION_IDS =
            """
            select c.connection_uuid::text, c.name from connection c
            where c.tenant_id = :tenant
            and (starts_with(c.connection_uuid::text, lower(:typed))
                or strpos(lower(c.name), lower(:typed)) > 0)
            order by c.name limit :limit
            """;

    private static final Map<String, String> BY_FIELD = byField();

    private ValueSources() {}

    /** The statement of a field that has one. */
    static Optional<String> of(QueryField field) {
        return Optional.ofNullable(BY_FIELD.get(field.name()));
    }

    private static Map<String, String> byField() {
        var all = new HashMap<String, String>();
        all.put("finding.title", names("vulnerability"));
        all.put("asset.name", names("asset"));
        all.put("finding.cveId", cves());
        all.put("finding.vendorName", small("connection", "vendor_name"));
        all.put("finding.vendorProductName", small("connection", "product_name"));
        all.put("finding.connectionName", small("connection", "name"));
        all.put("connector.name", small("connection", "name"));
        all.put("asset.inventory.source", small("connection", "source_label"));
        all.put("asset.tag.name", small("tag", "name"));
        all.put("finding.connectionUuid", CONNECTION_IDS);
        all.put("connector.id", CONNECTION_IDS);
        return Map.copyOf(all);
    }

    /** The index is in the order of bytes, whatever the database's own order of texts. */
    private static String names(String table) {
        return ALONG_INDEX
                .replace("$table", table)
                .replace("$key", "lower(t.name)")
                .replace("$value", "t.name")
                .replace("$typed", "lower(:typed)")
                .replace("$atLeast", "~>=~")
                .replace("$after", "~>~")
                .replace("$order", "using ~<~");
    }

    /** CVE numbers are plain letters, digits and dashes, kept in upper case. */
    private static String cves() {
        return ALONG_INDEX
                .replace("$table", "vulnerability")
                .replace("$key", "t.cve_id")
                .replace("$value", "t.cve_id")
                .replace("$typed", "upper(:typed)")
                .replace("$atLeast", ">=")
                .replace("$after", ">")
                .replace("$order", "");
    }

    private static String small(String table, String column) {
        return OF_SMALL_TABLE.replace("$table", table).replace("$column", column);
    }
}
