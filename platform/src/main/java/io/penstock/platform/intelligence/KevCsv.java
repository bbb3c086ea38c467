package io.penstock.platform.intelligence;

import static java.util.Objects.requireNonNull;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;

/** The catalogue as CSV; it says nothing of its own version. */
final class KevCsv {

    private KevCsv() {}

    static ListVersion read(InputStream text, ListRows rows) throws IOException {
        var in = new InputStreamReader(text, StandardCharsets.UTF_8);
        try (var parser = CSVParser.parse(in, CSVFormat.RFC4180)) {
            var records = parser.iterator();
            if (!records.hasNext()) {
                throw KevFile.bad(1, "is missing");
            }
            var names = names(records.next());
            var line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                var record = records.next();
                add(line, names, record, rows);
                line = parser.getCurrentLineNumber() + 1;
            }
            return ListVersion.UNKNOWN;
        } catch (UncheckedIOException e) {
            throw broken(e);
        }
    }

    /** What is wrong with the text is a sentence; a file cut off is not the text's fault. */
    private static IOException broken(UncheckedIOException e) {
        if (e.getCause() instanceof CSVException wrong) {
            throw BadFile.whole(
                    PublicList.KEV,
                    "The KEV catalogue is no CSV: "
                            + BadFile.shown(String.valueOf(wrong.getMessage()))
                            + ".");
        }
        return requireNonNull(e.getCause());
    }

    private static List<String> names(CSVRecord heading) {
        var names = heading.toList();
        for (var wanted : List.of(KevFile.CVE, KevFile.ADDED)) {
            if (!names.contains(wanted)) {
                throw KevFile.bad(1, "names no column '" + wanted + "'");
            }
        }
        return names;
    }

    private static void add(long line, List<String> names, CSVRecord record, ListRows rows)
            throws IOException {
        if (record.size() != names.size()) {
            throw KevFile.bad(
                    line, "has " + record.size() + " values under a heading of " + names.size());
        }
        var entry = new HashMap<String, String>();
        for (var i = 0; i < names.size(); i++) {
            entry.put(names.get(i), record.get(i));
        }
        KevFile.add(line, entry, rows);
    }
}
