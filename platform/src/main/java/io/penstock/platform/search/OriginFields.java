package io.penstock.platform.search;

import static io.penstock.query.FieldType.TEXT;
import static io.penstock.query.FieldType.UUID;

import io.penstock.query.FieldType;
import io.penstock.query.Frame;
import io.penstock.query.QueryField;
import io.penstock.query.QueryField.FieldHelp;
import io.penstock.query.SqlShape;
import io.penstock.query.TextMatch;

import java.util.List;

/** The fields of a finding that say who reported it, and how. */
final class OriginFields {

    /**
     * Of a finding that several speak of, any of their connections. When no connection matches, the
     * findings are not read at all.
     */
    private static final Frame CONNECTION =
            new Frame(
                    "(exists (select 1 from connection c where c.tenant_id = :tenant and {}) and"
                            + " (f.connection_id = any(array(select c.connection_id"
                            + " from connection c where c.tenant_id = :tenant and {}))"
                            + " or "
                            + FindingSql.SHARED
                            + " and exists (select 1 from finding_record r"
                            + " where r.tenant_id = :tenant and r.finding_id = f.finding_id"
                            + " and r.connection_id = any(array(select c.connection_id"
                            + " from connection c where c.tenant_id = :tenant and {})))))");

    private OriginFields() {}

    static List<QueryField> all() {
        return List.of(
                connected(
                        "finding.vendorName",
                        TEXT,
                        "c.vendor_name",
                        "Company whose product reported it.",
                        "finding.vendorName:`Acme`"),
                connected(
                        "finding.vendorProductName",
                        TEXT,
                        "c.product_name",
                        "Product that reported it.",
                        "finding.vendorProductName:`Acme Scan`"),
                connected(
                        "finding.connectionName",
                        TEXT,
                        "c.name",
                        "Name of the connection it came through.",
                        "finding.connectionName:\"head office\""),
                connected(
                        "finding.connectionUuid",
                        UUID,
                        "c.connection_uuid",
                        "Id of the connection it came through.",
                        "finding.connectionUuid:6f1c1d3e-2b1a-4c8e-9a55-0d6f7a3b2c11"),
                key(
                        "finding.externalFindingId",
                        "f.external_finding_id",
                        "The source's own id of the finding.",
                        "finding.externalFindingId:`a1b2_c3d4`"),
                key(
                        "finding.subType",
                        "f.sub_type",
                        "Kind of finding within its type.",
                        "finding.subType:Vulnerability"),
                own(
                        "finding.detectionMethod",
                        TEXT,
                        "f.detection_method",
                        "How the source found it.",
                        "finding.detectionMethod:\"agent\""));
    }

    private static QueryField own(
            String name, FieldType type, String column, String description, String example) {
        return QueryField.of(
                name, type, new FieldHelp(description, example), SqlShape.column(column));
    }

    private static QueryField key(String name, String column, String description, String example) {
        return QueryField.of(
                name,
                TEXT,
                new FieldHelp(description, example),
                SqlShape.column(column).matching(TextMatch.KEY));
    }

    private static QueryField connected(
            String name, FieldType type, String column, String description, String example) {
        return own(name, type, column, description, example).in(CONNECTION);
    }
}
