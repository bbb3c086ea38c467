package io.penstock.platform.search;

import static io.penstock.query.FieldType.BOOLEAN;
import static io.penstock.query.FieldType.ENUM;

import io.penstock.query.Frame;
import io.penstock.query.QueryField;
import io.penstock.query.QueryField.FieldHelp;
import io.penstock.query.SqlShape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a finding about exploits, from the source's exploit number (0 none, 30 public, 60
 * easy, 90 actively used) and CISA's list, and the words of its CVSS scores.
 */
final class ThreatFields {

    private static final String PUBLIC = "(v.exploit_status >= 30)";
    private static final String EASY = "(v.exploit_status >= 60)";
    private static final String USED =
            "(coalesce(v.exploit_status >= 90, false) or " + RiskFields.KEV + ")";
    private static final String RANSOMWARE =
            "coalesce(v.cve_id in (select k.cve_id from kev k"
                    + " where k.tenant_id = :tenant and k.ransomware), false)";

    /** One row for each indicator that a vulnerability has. */
    private static final Frame INDICATOR =
            new Frame(
                    "exists (select 1 from (values (1, "
                            + RiskFields.KEV
                            + "), (2, "
                            + RANSOMWARE
                            + "), (3, "
                            + USED
                            + "), (4, "
                            + EASY
                            + "), (5, "
                            + PUBLIC
                            + ")) as i(word, holds) where i.holds and {})");

    private ThreatFields() {}

    static List<QueryField> all() {
        return List.of(
                is("isExploitAvailable", PUBLIC, "The source knows a public exploit.")
                        .alias("finding.threatIntel.isPublicExploit"),
                is("riskFactor.isExploited", USED, "Known to be used in attacks.")
                        .alias("finding.threatIntel.isActiveAttack"),
                is("threatIntel.isEasyExploit", EASY, "The source knows an easy exploit."),
                is(
                        "threatIntel.isRansomware",
                        RANSOMWARE,
                        "Used by ransomware, as CISA's catalogue says."),
                indicator(),
                rating(2, Map.of("LOW", 1, "MEDIUM", 2, "HIGH", 3)),
                rating(3, Map.of("NONE", 0, "LOW", 1, "MEDIUM", 2, "HIGH", 3, "CRITICAL", 4)),
                rating(4, Map.of("NONE", 0, "LOW", 1, "MEDIUM", 2, "HIGH", 3, "CRITICAL", 4)));
    }

    private static QueryField is(String name, String condition, String description) {
        var full = "finding." + name;
        return QueryField.of(
                full,
                BOOLEAN,
                new FieldHelp(description, full + ":true"),
                SqlShape.column(condition).in(FindingFields.VULNERABILITY));
    }

    private static QueryField indicator() {
        var values = new LinkedHashMap<String, Object>();
        values.put("Cisa_Known_Exploited_Vulns", 1);
        values.put("Ransomware", 2);
        values.put("Active_Attacks", 3);
        values.put("Easy_Exploit", 4);
        values.put("Exploit_Public", 5);
        return new QueryField(
                "finding.riskFactor.rti",
                List.of("riskFactor.rti"),
                ENUM,
                new FieldHelp(
                        "Threat indicators; a vulnerability may have several.",
                        "finding.riskFactor.rti:[Ransomware, Active_Attacks]"),
                values,
                SqlShape.column("i.word").in(INDICATOR).in(FindingFields.VULNERABILITY));
    }

    /** The bands that the CVSS versions themselves define. */
    private static QueryField rating(int version, Map<String, Integer> words) {
        var column = "v.cvss" + version + "_base";
        var bands =
                version == 2
                        ? "when %1$s >= 7 then 3 when %1$s >= 4 then 2 when %1$s >= 0 then 1"
                        : "when %1$s >= 9 then 4 when %1$s >= 7 then 3 when %1$s >= 4 then 2"
                                + " when %1$s > 0 then 1 when %1$s = 0 then 0";
        var values = new LinkedHashMap<String, Object>();
        words.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(word -> values.put(word.getKey(), word.getValue()));
        return new QueryField(
                "finding.cvss" + version + "Criticality",
                List.of(),
                ENUM,
                new FieldHelp(
                        "Word of the CVSS version " + version + " base score.",
                        "finding.cvss" + version + "Criticality:HIGH"),
                values,
                SqlShape.column("(case " + bands.formatted(column) + " end)")
                        .in(FindingFields.VULNERABILITY));
    }
}
