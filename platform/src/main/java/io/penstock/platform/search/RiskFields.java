package io.penstock.platform.search;

import static io.penstock.query.FieldType.BOOLEAN;
import static io.penstock.query.FieldType.NUMBER;

import io.penstock.query.FieldType;
import io.penstock.query.Frame;
import io.penstock.query.QueryField;
import io.penstock.query.QueryField.FieldHelp;
import io.penstock.query.SqlShape;

import java.util.List;

/**
 * The fields of a finding that tell how dangerous it is. The facts of public lists are looked up by
 * CVE, where they are kept once.
 */
final class RiskFields {

    private static final Frame EPSS =
            new Frame(
                    "v.cve_id in (select e.cve_id from epss e"
                            + " where e.tenant_id = :tenant and {})");

    /** True for a vulnerability {@code v} that the source or CISA's own list says is exploited. */
    static final String KEV =
            "(v.cisa_kev or coalesce(v.cve_id in (select k.cve_id from kev k"
                    + " where k.tenant_id = :tenant), false))";

    private RiskFields() {}

    static List<QueryField> all() {
        return List.of(
                of(
                                "finding.riskScore",
                                NUMBER,
                                known("v.score"),
                                "Score of the vulnerability, 1 to 100.",
                                "finding.riskScore>=90")
                        .alias("finding.qds"),
                of(
                        "finding.qvss",
                        NUMBER,
                        known("v.score / 10.0"),
                        "The same score on a scale of 0.1 to 10.",
                        "finding.qvss>=9"),
                of(
                        "finding.epssScore",
                        NUMBER,
                        SqlShape.column("e.probability").in(EPSS).in(FindingFields.VULNERABILITY),
                        "EPSS: chance of an attack within 30 days, 0 to 1.",
                        "finding.epssScore>=0.5"),
                of(
                                "finding.riskFactor.isCisaKnownExploit",
                                BOOLEAN,
                                known(KEV),
                                "Listed in CISA's catalogue of exploited vulnerabilities.",
                                "finding.riskFactor.isCisaKnownExploit:true")
                        .alias("riskFactor.isCisaKnownExploit")
                        .alias("finding.threatIntel.isCisaKnownExploitedVuln"));
    }

    private static SqlShape known(String expression) {
        return SqlShape.column(expression).in(FindingFields.VULNERABILITY);
    }

    private static QueryField of(
            String name, FieldType type, SqlShape shape, String description, String example) {
        return QueryField.of(name, type, new FieldHelp(description, example), shape);
    }
}
