package io.penstock.launcher.query;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import java.io.IOException;
import java.util.List;

/** Which rows are printed, and how. */
final class OutputOptions {

    private static final long LIMIT = 50;

    @Option(names = "--assets", description = "Assets by name instead of findings, worst first.")
    boolean assets;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).",
            defaultValue = "table")
    RowFormat format = RowFormat.TABLE;

    @Option(names = "--limit", paramLabel = "N", description = "Most rows (default 50).")
    @Nullable Long limit;

    @Option(names = "--all", description = "All rows, however many.")
    boolean all;

    @Option(
            names = "--columns",
            paramLabel = "A,B",
            split = ",",
            description = "Columns by their names in the REST API.")
    List<String> columns = List.of();

    RowKind kind() {
        return assets ? RowKind.ASSETS : RowKind.FINDINGS;
    }

    long most() {
        return all ? Long.MAX_VALUE : limit == null ? LIMIT : limit;
    }

    /**
     * @throws ParameterException when options do not go together
     */
    void check(CommandLine line) {
        if (limit != null && all) {
            throw new ParameterException(line, "--limit and --all exclude each other.");
        }
        if (limit != null && limit < 1) {
            throw new ParameterException(line, "--limit is " + limit + ", allowed are 1 and more.");
        }
        for (var column : columns) {
            if (!kind().columns().contains(column)) {
                throw new ParameterException(
                        line,
                        "There is no column '"
                                + column
                                + "'; there are "
                                + String.join(", ", kind().columns())
                                + ".");
            }
        }
    }

    /**
     * @param width columns of the terminal, or {@link TableRows#UNLIMITED}
     */
    RowWriter writer(Appendable out, int width) throws IOException {
        return switch (format) {
            case TABLE -> new TableRows(out, chosen(kind().usual()), width);
            case CSV -> new CsvRows(out, chosen(kind().columns()));
            case NDJSON -> new NdjsonRows(out, columns);
        };
    }

    private List<String> chosen(List<String> usual) {
        return columns.isEmpty() ? usual : columns;
    }
}
