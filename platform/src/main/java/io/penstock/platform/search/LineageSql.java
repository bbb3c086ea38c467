package io.penstock.platform.search;

import io.penstock.core.schema.TargetAttribute;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The SQL of {@link FindingLineages}: one text per target attribute, over {@code f}. */
final class LineageSql {

    /** In the order in which a person reads them. */
    static final List<TargetAttribute> ATTRIBUTES =
            List.of(
                    TargetAttribute.FINDING_NAME,
                    TargetAttribute.CVE_ID,
                    TargetAttribute.FINDING_STATUS,
                    TargetAttribute.FINDING_SEVERITY,
                    TargetAttribute.SOURCE_SEVERITY,
                    TargetAttribute.FINDING_FIRST_FOUND_ON,
                    TargetAttribute.FINDING_LAST_FOUND_ON,
                    TargetAttribute.AFFECTED_PRODUCT,
                    TargetAttribute.CVSS_V4_BASE,
                    TargetAttribute.CVSS_V3_BASE,
                    TargetAttribute.CVSS_V2_BASE,
                    TargetAttribute.EXPLOIT_STATUS,
                    TargetAttribute.EXPRT_RATING,
                    TargetAttribute.IS_CISA_KEV,
                    TargetAttribute.FINDING_SUB_TYPE,
                    TargetAttribute.DETECTION_METHOD,
                    TargetAttribute.FINDING_PORT,
                    TargetAttribute.FINDING_PROTOCOL,
                    TargetAttribute.VENDOR_FINDING_ID,
                    TargetAttribute.SUPPRESSED,
                    TargetAttribute.FINDING_DESCRIPTION,
                    TargetAttribute.RECOMMENDATION);

    private static final String TIME =
            "to_char(%s at time zone 'UTC', 'YYYY-MM-DD HH24:MI \"UTC\"')";

    private static final Map<TargetAttribute, String> COLUMNS =
            Map.ofEntries(
                    Map.entry(TargetAttribute.FINDING_NAME, "v.name"),
                    Map.entry(TargetAttribute.CVE_ID, "v.cve_id"),
                    Map.entry(
                            TargetAttribute.FINDING_STATUS,
                            "case f.status when 1 then 'New' when 2 then 'Active'"
                                    + " when 3 then 'Fixed' else 'Reopened' end"),
                    Map.entry(TargetAttribute.FINDING_SEVERITY, "f.severity::text"),
                    Map.entry(TargetAttribute.SOURCE_SEVERITY, "v.source_severity"),
                    Map.entry(
                            TargetAttribute.FINDING_FIRST_FOUND_ON,
                            TIME.formatted("f.first_found")),
                    Map.entry(
                            TargetAttribute.FINDING_LAST_FOUND_ON, TIME.formatted("f.last_found")),
                    Map.entry(TargetAttribute.AFFECTED_PRODUCT, "f.product"),
                    Map.entry(TargetAttribute.CVSS_V4_BASE, "v.cvss4_base::text"),
                    Map.entry(TargetAttribute.CVSS_V3_BASE, "v.cvss3_base::text"),
                    Map.entry(TargetAttribute.CVSS_V2_BASE, "v.cvss2_base::text"),
                    Map.entry(TargetAttribute.EXPLOIT_STATUS, "v.exploit_status::text"),
                    Map.entry(TargetAttribute.EXPRT_RATING, "v.exprt_rating"),
                    Map.entry(TargetAttribute.IS_CISA_KEV, yes("v.cisa_kev")),
                    Map.entry(TargetAttribute.FINDING_SUB_TYPE, "f.sub_type"),
                    Map.entry(TargetAttribute.DETECTION_METHOD, "f.detection_method"),
                    Map.entry(TargetAttribute.FINDING_PORT, "f.port::text"),
                    Map.entry(TargetAttribute.FINDING_PROTOCOL, "f.protocol"),
                    Map.entry(TargetAttribute.VENDOR_FINDING_ID, "f.vendor_finding_id"),
                    Map.entry(TargetAttribute.SUPPRESSED, yes("f.suppressed")),
                    Map.entry(TargetAttribute.FINDING_DESCRIPTION, "v.description"),
                    Map.entry(TargetAttribute.RECOMMENDATION, "m.recommendation"));

    private static final String JOINS =
            """
            join connection c on c.tenant_id = f.tenant_id and c.connection_id = f.connection_id
            left join vulnerability v
                on v.tenant_id = f.tenant_id and v.vulnerability_id = f.vulnerability_id
            left join remediation m
                on m.tenant_id = f.tenant_id and m.remediation_id = f.remediation_id
            left join run made on made.tenant_id = f.tenant_id and made.run_id = f.created_run
            left join transform_map made_map
                on made_map.tenant_id = made.tenant_id and made_map.map_id = made.map_id
            left join run changed
                on changed.tenant_id = f.tenant_id and changed.run_id = f.changed_run
            left join transform_map changed_map
                on changed_map.tenant_id = changed.tenant_id and changed_map.map_id = changed.map_id
            where f.tenant_id = :tenant and f.finding_id = :finding
            """;

    static final String RECORDS =
            select("f.record_id", "source_finding")
                    + "order by f.last_found desc, f.record_id limit 200";

    static final String FINDING = select("f.finding_id as record_id", "finding");

    private LineageSql() {}

    private static String select(String id, String table) {
        var columns =
                ATTRIBUTES.stream()
                        .map(a -> COLUMNS.get(a) + " as a_" + a.key().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        return """
        select %s, f.external_finding_id, f.changed_at, c.name as connection, c.connection_uuid,
            made.run_uuid as made_run, made.kind as made_kind, made.opened_at as made_opened,
            made_map.name as made_map, made_map.version as made_version,
            changed.run_uuid as changed_run, changed.kind as changed_kind,
            changed.opened_at as changed_opened, changed_map.name as changed_map,
            changed_map.version as changed_version, %s
        from %s f
        """
                        .formatted(id, columns, table)
                + JOINS;
    }

    private static String yes(String column) {
        return "case when " + column + " then 'yes' else '' end";
    }
}
