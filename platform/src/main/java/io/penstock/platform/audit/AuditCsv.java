package io.penstock.platform.audit;

import io.penstock.core.value.SafeCell;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** Events as lines of CSV (RFC 4180, UTF-8); texts are no formulas. */
final class AuditCsv {

    private final CSVPrinter lines;

    private AuditCsv(CSVPrinter lines) {
        this.lines = lines;
    }

    static AuditCsv begin(OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        var lines = new CSVPrinter(text, CSVFormat.RFC4180);
        lines.printRecord(
                "id",
                "at",
                "username",
                "apiToken",
                "address",
                "action",
                "request",
                "object",
                "part",
                "outcome",
                "status",
                "reason",
                "before",
                "after");
        return new AuditCsv(lines);
    }

    void write(AuditEvent event) throws IOException {
        lines.printRecord(
                event.id(),
                event.at(),
                SafeCell.of(event.username()),
                SafeCell.of(event.apiToken()),
                SafeCell.of(event.address()),
                SafeCell.of(event.action()),
                SafeCell.of(event.request()),
                SafeCell.of(event.object()),
                SafeCell.of(event.part()),
                event.outcome(),
                event.status(),
                event.reason(),
                cell(event.before()),
                cell(event.after()));
    }

    private static @Nullable String cell(@Nullable String json) {
        return json == null ? null : SafeCell.of(json);
    }

    void end() throws IOException {
        lines.flush();
    }
}
