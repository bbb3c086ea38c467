package io.penstock.platform.quarantine;

import io.penstock.core.value.SafeCell;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes rejected records as a file, a page at a time, so that memory does not grow with it. */
public final class QuarantineFile {

    private static final int PAGE = 1_000;

    /** More lines than a spreadsheet opens. */
    private static final int RECORDS_MAX = 1_000_000;

    private static final List<String> COLUMNS =
            List.of(
                    "record",
                    "rejectedAt",
                    "connection",
                    "run",
                    "stream",
                    "key",
                    "line",
                    "field",
                    "reason",
                    "mapName",
                    "mapVersion",
                    "resolution",
                    "excerpt");

    private final Quarantine quarantine;
    private final int tenantId;
    private final QuarantineFilter filter;

    public QuarantineFile(Quarantine quarantine, int tenantId, QuarantineFilter filter) {
        this.quarantine = quarantine;
        this.tenantId = tenantId;
        this.filter = filter;
    }

    private interface Line {
        void write(QuarantinedRecord record) throws IOException;
    }

    /** One JSON object a line. */
    public void writeNdjson(Writer out) throws IOException {
        write(record -> out.write(JsonMapper.shared().writeValueAsString(record) + "\n"));
    }

    /** RFC 4180, with a heading; no cell can become a formula. */
    public void writeCsv(Writer out) throws IOException {
        var lines = new CSVPrinter(out, CSVFormat.RFC4180);
        lines.printRecord(COLUMNS);
        write(record -> lines.printRecord(cells(record).stream().map(SafeCell::of)));
    }

    private void write(Line line) throws IOException {
        var after = "";
        for (var written = 0; written < RECORDS_MAX; written += PAGE) {
            var page = quarantine.find(tenantId, filter, after, PAGE);
            for (var record : page) {
                line.write(record);
            }
            if (page.size() < PAGE) {
                return;
            }
            after = page.getLast().cursor();
        }
    }

    private static List<String> cells(QuarantinedRecord record) {
        var line = record.line();
        return List.of(
                record.cursor(),
                record.rejectedAt().toString(),
                record.connection().toString(),
                record.run().toString(),
                record.stream(),
                record.key(),
                line == null ? "" : line.toString(),
                record.field(),
                record.reason(),
                record.mapName(),
                Integer.toString(record.mapVersion()),
                record.resolution().outcome(),
                record.excerpt());
    }
}
