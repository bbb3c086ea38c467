package io.penstock.platform.quarantine;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rejected records as a file, a page at a time, so that memory does not grow with it. */
public final class QuarantineFile {

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r\n";

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
        String of(QuarantinedRecord record);
    }

    /** One JSON object a line. */
    public void writeNdjson(Writer out) throws IOException {
        write(out, record -> JsonMapper.shared().writeValueAsString(record) + "\n");
    }

    /** RFC 4180, with a heading; no cell can become a formula. */
    public void writeCsv(Writer out) throws IOException {
        out.write(String.join(",", COLUMNS) + "\r\n");
        write(
                out,
                record ->
                        cells(record).stream()
                                .map(QuarantineFile::cell)
                                .collect(Collectors.joining(",", "", "\r\n")));
    }

    private void write(Writer out, Line line) throws IOException {
        var after = "";
        for (var written = 0; written < RECORDS_MAX; written += PAGE) {
            var page = quarantine.find(tenantId, filter, after, PAGE);
            for (var record : page) {
                out.write(line.of(record));
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

    static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
