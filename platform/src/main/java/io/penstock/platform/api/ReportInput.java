package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.export.ExportFormat;
import io.penstock.platform.export.ExportKind;
import io.penstock.platform.export.ExportOrder;
import io.penstock.platform.export.Exports;
import io.penstock.platform.report.ReportOrder;
import io.penstock.platform.search.ExportQuery;

import org.jspecify.annotations.Nullable;

/**
 * What a report is to be.
 *
 * @param findingsQuery of a report on assets: only those with a matching finding
 * @param assetsQuery of a report on findings: only those on matching assets
 */
record ReportInput(
        @Nullable String name,
        @Nullable String description,
        @Nullable ExportKind kind,
        @Nullable String format,
        @Nullable String findingsQuery,
        @Nullable String assetsQuery) {

    ReportOrder order(Exports exports) {
        if (name == null || kind == null || format == null) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "REPORT_FIELDS",
                    "A report needs the fields 'name', 'kind' and 'format'.",
                    "");
        }
        var query = new ExportQuery(text(findingsQuery), text(assetsQuery));
        var order =
                new ReportOrder(
                        name.strip(),
                        text(description).strip(),
                        new ExportOrder(kind, ExportFormat.of(format), query));
        exports.check(query, "findingsQuery", "assetsQuery");
        return order;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
