package io.penstock.platform.console.report;

import io.penstock.platform.export.ExportFormat;
import io.penstock.platform.export.ExportKind;
import io.penstock.platform.export.ExportOrder;
import io.penstock.platform.report.ReportOrder;
import io.penstock.platform.search.ExportQuery;

import org.jspecify.annotations.Nullable;

/**
 * What a person types to ask for a report.
 *
 * @param findings query over findings; of a report on hosts, only those with a match
 * @param assets query over hosts; of a report on findings, only those on a match
 */
public record ReportForm(
        String name,
        String description,
        ExportKind kind,
        String format,
        String findings,
        String assets) {

    /** Parameters that are left out are empty, and the usual ones. */
    public ReportForm(
            @Nullable String name,
            @Nullable String description,
            @Nullable ExportKind kind,
            @Nullable String format,
            @Nullable String findings,
            @Nullable String assets) {
        this.name = text(name);
        this.description = text(description);
        this.kind = kind == null ? ExportKind.FINDINGS : kind;
        this.format = format == null ? ExportFormat.CSV.label() : format;
        this.findings = text(findings);
        this.assets = text(assets);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    ExportQuery query() {
        return new ExportQuery(findings.strip(), assets.strip());
    }

    ReportOrder order() {
        return new ReportOrder(
                name.strip(),
                description.strip(),
                new ExportOrder(kind, ExportFormat.of(format), query()));
    }
}
