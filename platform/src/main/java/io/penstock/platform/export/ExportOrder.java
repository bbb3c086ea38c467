package io.penstock.platform.export;

import io.penstock.platform.search.ExportQuery;

/** Which records, and as what; refuses a format that has no such records. */
public record ExportOrder(ExportKind kind, ExportFormat format, ExportQuery query) {

    public ExportOrder {
        format.require(kind);
    }
}
