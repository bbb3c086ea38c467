package io.penstock.platform.search;

import static io.penstock.query.FieldType.BOOLEAN;
import static io.penstock.query.FieldType.NUMBER;
import static io.penstock.query.FieldType.TEXT;
import static io.penstock.query.FieldType.UUID;

import io.penstock.core.finding.FindingStatus;
import io.penstock.query.FieldType;
import io.penstock.query.Frame;
import io.penstock.query.QueryField;
import io.penstock.query.QueryField.FieldHelp;
import io.penstock.query.SqlShape;
import io.penstock.query.TextMatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The fields of a finding, over {@code finding f}. What belongs to a vulnerability, a remediation
 * or a connection is found in those small tables first.
 */
final class FindingFields {

    static final Frame VULNERABILITY =
            new Frame(
                    "f.vulnerability_id in (select v.vulnerability_id from vulnerability v"
                            + " where v.tenant_id = :tenant and {})");
    private static final Frame REMEDIATION =
            new Frame(
                    "f.remediation_id in (select r.remediation_id from remediation r"
                            + " where r.tenant_id = :tenant and {})");

    private FindingFields() {}

    static List<QueryField> all() {
        var fields = new ArrayList<QueryField>();
        fields.addAll(state());
        fields.addAll(vulnerability());
        fields.addAll(scores());
        fields.addAll(RiskFields.all());
        fields.addAll(ThreatFields.all());
        fields.addAll(AcceptanceFields.all());
        fields.addAll(ReportFields.all());
        fields.addAll(DateFields.all());
        fields.addAll(OriginFields.all());
        fields.addAll(SourceFields.all());
        return List.copyOf(fields);
    }

    /** What a value without a field is looked for in. */
    static List<QueryField> words() {
        return List.of(title(), cve());
    }

    private static List<QueryField> state() {
        return List.of(
                own(
                                "finding.severity",
                                NUMBER,
                                "f.severity",
                                "Severity, 1 minimal to 5 urgent.",
                                "finding.severity:[4, 5]")
                        .alias("vulnerabilities.vulnerability.severity"),
                status().alias("vulnerabilities.status"),
                own(
                        "finding.isSuppressed",
                        BOOLEAN,
                        "f.suppressed",
                        "Suppressed at the source.",
                        "finding.isSuppressed:false"),
                own(
                        "finding.isExpired",
                        BOOLEAN,
                        "f.expired",
                        "The source has lost sight of the host.",
                        "finding.isExpired:true"),
                own(
                        "finding.id",
                        UUID,
                        "f.finding_id",
                        "The finding's own id.",
                        "finding.id:6f1c1d3e-2b1a-4c8e-9a55-0d6f7a3b2c11"));
    }

    private static QueryField status() {
        var values = new LinkedHashMap<String, Object>();
        for (var status : FindingStatus.values()) {
            values.put(status.name(), (int) status.code());
        }
        return new QueryField(
                "finding.status",
                List.of(),
                FieldType.ENUM,
                new FieldHelp("NEW, ACTIVE, FIXED or REOPENED.", "finding.status:[NEW, REOPENED]"),
                values,
                SqlShape.column("f.status"));
    }

    private static List<QueryField> vulnerability() {
        return List.of(
                title(),
                cve(),
                known(
                        "finding.description",
                        TEXT,
                        "v.description",
                        "Words of the vulnerability's description.",
                        "finding.description:\"remote code\""),
                QueryField.of(
                        "finding.recommendation",
                        TEXT,
                        new FieldHelp(
                                "Words of what the source recommends.",
                                "finding.recommendation:\"install patch\""),
                        SqlShape.column("r.recommendation").in(REMEDIATION)),
                own(
                        "finding.product",
                        TEXT,
                        "f.product",
                        "The software the finding is about.",
                        "finding.product:chrome"));
    }

    private static QueryField title() {
        return QueryField.of(
                        "finding.title",
                        TEXT,
                        new FieldHelp(
                                "Name of the vulnerability, case ignored.",
                                "finding.title:openssl"),
                        SqlShape.column("lower(v.name)")
                                .matching(TextMatch.LOWER_WORDS)
                                .in(VULNERABILITY))
                .alias("finding.name", "vulnerabilities.vulnerability.title");
    }

    private static QueryField cve() {
        return QueryField.of(
                        "finding.cveId",
                        TEXT,
                        new FieldHelp(
                                "CVE number, whole or with a star.",
                                "finding.cveId:CVE-2021-44228"),
                        SqlShape.column("v.cve_id").matching(TextMatch.UPPER_KEY).in(VULNERABILITY))
                .alias("vulnerabilities.vulnerability.cveIds");
    }

    private static List<QueryField> scores() {
        return List.of(
                known(
                        "finding.cvss2BaseScore",
                        NUMBER,
                        "v.cvss2_base",
                        "CVSS version 2 base score, 0 to 10.",
                        "finding.cvss2BaseScore>=7"),
                known(
                        "finding.cvss3BaseScore",
                        NUMBER,
                        "v.cvss3_base",
                        "CVSS version 3 base score, 0 to 10.",
                        "finding.cvss3BaseScore:[7 .. 8.9]"),
                known(
                        "finding.cvss4BaseScore",
                        NUMBER,
                        "v.cvss4_base",
                        "CVSS version 4 base score, 0 to 10.",
                        "finding.cvss4BaseScore>9"),
                known(
                        "finding.sourceSeverity",
                        TEXT,
                        "v.source_severity",
                        "Severity in the source's own word.",
                        "finding.sourceSeverity:CRITICAL"),
                known(
                        "finding.exploitStatus",
                        NUMBER,
                        "v.exploit_status",
                        "The source's exploit number, 0 none to 90 actively used.",
                        "finding.exploitStatus>=60"),
                known(
                        "finding.exprtRating",
                        TEXT,
                        "v.exprt_rating",
                        "The source's own rating word.",
                        "finding.exprtRating:HIGH"));
    }

    private static QueryField own(
            String name, FieldType type, String column, String description, String example) {
        return QueryField.of(
                name, type, new FieldHelp(description, example), SqlShape.column(column));
    }

    private static QueryField known(
            String name, FieldType type, String column, String description, String example) {
        return own(name, type, column, description, example).in(VULNERABILITY);
    }
}
