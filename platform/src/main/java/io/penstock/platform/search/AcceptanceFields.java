package io.penstock.platform.search;

import static io.penstock.query.FieldType.DATE;
import static io.penstock.query.FieldType.ENUM;
import static io.penstock.query.FieldType.TEXT;
import static io.penstock.query.FieldType.UUID;

import io.penstock.platform.acceptance.Acceptance;
import io.penstock.platform.acceptance.AcceptanceSql;
import io.penstock.query.FieldType;
import io.penstock.query.Frame;
import io.penstock.query.QueryField;
import io.penstock.query.QueryField.FieldHelp;
import io.penstock.query.SqlShape;

import java.util.LinkedHashMap;
import java.util.List;

/** The fields of a finding about what people have decided of it, while the decision holds. */
final class AcceptanceFields {

    static final Frame ACCEPTANCE = new Frame(AcceptanceSql.FRAME);

    private AcceptanceFields() {}

    static List<QueryField> all() {
        return List.of(
                type(),
                of(
                                "finding.riskAcceptance.startDate",
                                DATE,
                                "x.created_at",
                                "Since when a decision on it holds.",
                                "finding.riskAcceptance.startDate>now-7d")
                        .alias("finding.riskAcceptance.createdDate"),
                of(
                        "finding.riskAcceptance.endDate",
                        DATE,
                        "x.until",
                        "Until when a decision on it holds.",
                        "finding.riskAcceptance:(type:RISK_ACCEPTED and endDate<now+30d)"),
                of(
                        "finding.riskAcceptance.reason",
                        TEXT,
                        "x.reason",
                        "Words of the reason a person gave.",
                        "finding.riskAcceptance.reason:\"behind a firewall\""),
                of(
                        "finding.riskAcceptance.ruleId",
                        UUID,
                        "x.acceptance_uuid",
                        "Id of the decision.",
                        "finding.riskAcceptance.ruleId:6f1c1d3e-2b1a-4c8e-9a55-0d6f7a3b2c11"));
    }

    private static QueryField type() {
        var values = new LinkedHashMap<String, Object>();
        for (var kind : Acceptance.Kind.values()) {
            values.put(kind.name(), kind.name());
        }
        return new QueryField(
                "finding.riskAcceptance.type",
                List.of("finding.riskAcceptance.status"),
                ENUM,
                new FieldHelp(
                        "RISK_ACCEPTED or FALSE_POSITIVE, while such a decision holds.",
                        "not finding.riskAcceptance.type:FALSE_POSITIVE"),
                values,
                SqlShape.column("x.kind").in(ACCEPTANCE));
    }

    private static QueryField of(
            String name, FieldType type, String column, String description, String example) {
        return QueryField.of(
                name,
                type,
                new FieldHelp(description, example),
                SqlShape.column(column).in(ACCEPTANCE));
    }
}
