package io.penstock.platform.upload;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.source.StreamSpec;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Lines of a CSV file (RFC 4180) as objects; each is read by itself, so that none spoils another.
 */
final class CsvRecords implements FileRecords {

    private static final JsonFactory JSON = new JsonFactory();

    private final TextRecords lines;
    private final CsvColumns columns;

    /**
     * @param separator what cuts a cell into the elements of a list
     * @throws FaultException CONFIGURATION when the heading cannot be used
     */
    CsvRecords(InputStream file, StreamSpec stream, char separator) throws IOException {
        this.lines = new TextRecords(file, true);
        var heading = lines.next().orElseThrow(() -> noHeading("The file is empty."));
        if (heading.tooLong() || heading.damaged()) {
            throw noHeading("The heading is no line of UTF-8 text.");
        }
        try {
            this.columns = CsvColumns.of(cells(heading), stream, separator);
        } catch (IOException e) {
            throw noHeading("The heading cannot be read: " + e.getMessage() + ".");
        }
    }

    @Override
    public Optional<FileRecord> next() throws IOException {
        return lines.next().map(this::record);
    }

    private FileRecord record(TextRecords.Text text) {
        if (text.tooLong()) {
            return NdjsonRecords.unreadable(
                    text,
                    "it has more than "
                            + TextRecords.LENGTH_MAX
                            + " characters; is a quote not closed?");
        }
        if (text.damaged()) {
            return NdjsonRecords.unreadable(text, "it is not UTF-8");
        }
        try {
            var cells = cells(text);
            return cells.size() == columns.count()
                    ? new FileRecord(text.line(), json(cells), "")
                    : NdjsonRecords.unreadable(text, wrongCount(cells.size()));
        } catch (IOException e) {
            return NdjsonRecords.unreadable(text, "its quotes do not fit");
        }
    }

    private String wrongCount(int cells) {
        return "it has " + cells + " cells, the heading has " + columns.count();
    }

    private byte[] json(List<String> cells) {
        var bytes = new ByteArrayOutputStream();
        try (var out = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            columns.write(cells.toArray(String[]::new), out);
        }
        return bytes.toByteArray();
    }

    private static List<String> cells(TextRecords.Text text) throws IOException {
        try (var parser = CSVParser.parse(text.text(), CSVFormat.RFC4180)) {
            var rows = parser.getRecords();
            if (rows.size() != 1) {
                throw new IOException(rows.size() + " lines in one");
            }
            return rows.getFirst().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static FaultException noHeading(String sentence) {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "UPLOAD_COLUMNS",
                sentence,
                "The first line names the columns by the paths of the connector's data model.");
    }
}
