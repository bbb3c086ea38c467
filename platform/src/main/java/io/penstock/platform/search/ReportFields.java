package io.penstock.platform.search;

import static io.penstock.query.FieldType.BOOLEAN;

import io.penstock.query.QueryField;
import io.penstock.query.QueryField.FieldHelp;
import io.penstock.query.SqlShape;

import java.util.List;

/** The fields of a finding, over {@code finding f}, about whether sources still report it. */
final class ReportFields {

    private static final String HOST_GONE =
            "(coalesce(f.host_id, f.asset_id) in (select s.host_id from asset_source s"
                    + " where s.tenant_id = :tenant and s.missing_since is not null))";

    private ReportFields() {}

    static List<QueryField> all() {
        return List.of(
                QueryField.of(
                        "finding.isMissing",
                        BOOLEAN,
                        new FieldHelp(
                                "The last complete full run did not report it, but its host.",
                                "finding.isMissing:true"),
                        SqlShape.column("(f.missing_since is not null)")),
                QueryField.of(
                        "finding.isHostGone",
                        BOOLEAN,
                        new FieldHelp(
                                "The last complete full run did not report its host.",
                                "finding.isHostGone:false"),
                        SqlShape.column(HOST_GONE)));
    }
}
