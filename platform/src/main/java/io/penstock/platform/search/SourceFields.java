package io.penstock.platform.search;

import static io.penstock.query.FieldType.DATE;
import static io.penstock.query.FieldType.NUMBER;
import static io.penstock.query.FieldType.TEXT;

import io.penstock.query.FieldType;
import io.penstock.query.QueryField;
import io.penstock.query.QueryField.FieldHelp;
import io.penstock.query.SqlShape;
import io.penstock.query.TextMatch;

import java.util.List;

/** Fields of a finding that tell it apart on its asset, and of the records that speak of it. */
final class SourceFields {

    private SourceFields() {}

    static List<QueryField> all() {
        return List.of(
                plain(
                        "finding.port",
                        NUMBER,
                        "f.port",
                        new FieldHelp("Port it was found on, 0 to 65535.", "finding.port:443")),
                key(
                        "finding.protocol",
                        "f.protocol",
                        new FieldHelp(
                                "Protocol of the port, in lower case.", "finding.protocol:tcp")),
                key(
                        "finding.vendorFindingId",
                        "f.vendor_finding_id",
                        new FieldHelp(
                                "The vendor's id of what was found, such as a plugin's number.",
                                "finding.vendorFindingId:`QID-38170`")),
                plain(
                        "finding.sources",
                        NUMBER,
                        "f.records",
                        new FieldHelp("How many source records speak of it.", "finding.sources>1")),
                plain(
                        "finding.missingSince",
                        DATE,
                        "f.missing_since",
                        new FieldHelp(
                                "Since when complete full runs have not reported it.",
                                "finding.missingSince:*")));
    }

    private static QueryField plain(String name, FieldType type, String column, FieldHelp help) {
        return QueryField.of(name, type, help, SqlShape.column(column));
    }

    private static QueryField key(String name, String column, FieldHelp help) {
        return QueryField.of(name, TEXT, help, SqlShape.column(column).matching(TextMatch.KEY));
    }
}
