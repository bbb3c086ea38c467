package io.penstock.platform.search;

import static io.penstock.query.FieldType.DATE;
import static io.penstock.query.FieldType.NUMBER;

import io.penstock.query.FieldType;
import io.penstock.query.QueryField;
import io.penstock.query.QueryField.FieldHelp;
import io.penstock.query.SqlShape;

import java.util.List;

/** The fields of a finding that say when, and how long. */
final class DateFields {

    private static final String DAYS_TO_FIX =
            "floor(extract(epoch from f.fixed_at - f.first_found) / 86400)";

    private DateFields() {}

    static List<QueryField> all() {
        return List.of(
                of(
                                "finding.firstFoundDate",
                                DATE,
                                SqlShape.column("f.first_found"),
                                "First time the source saw it.",
                                "finding.firstFoundDate>now-7d")
                        .alias("vulnerabilities.firstFound"),
                of(
                                "finding.lastFoundDate",
                                DATE,
                                SqlShape.column("f.last_found"),
                                "Last time the source saw it.",
                                "finding.lastFoundDate:[2026-01-01 .. 2026-01-31]")
                        .alias("vulnerabilities.lastFound"),
                of(
                        "finding.lastFixedDate",
                        DATE,
                        SqlShape.column("f.fixed_at"),
                        "Last time it was fixed.",
                        "finding.lastFixedDate>now-1M"),
                of(
                        "finding.reopenedDate",
                        DATE,
                        SqlShape.column("f.reopened_at"),
                        "Last time it came back after a fix.",
                        "finding.reopenedDate:*"),
                of(
                        "finding.ingestedDate",
                        DATE,
                        InventoryFields.opened("f.created_run"),
                        "When the run began that first brought it.",
                        "finding.ingestedDate>now-1d"),
                of(
                        "finding.detectionAge",
                        NUMBER,
                        SqlShape.daysSince("f.first_found"),
                        "Whole days since the source first saw it.",
                        "finding.detectionAge>=90"),
                of(
                        "finding.ttr",
                        NUMBER,
                        SqlShape.column(DAYS_TO_FIX),
                        "Whole days from the first sight to the last fix.",
                        "finding.ttr>30"));
    }

    private static QueryField of(
            String name, FieldType type, SqlShape shape, String description, String example) {
        return QueryField.of(name, type, new FieldHelp(description, example), shape);
    }
}
