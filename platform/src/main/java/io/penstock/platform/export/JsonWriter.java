package io.penstock.platform.export;

import io.penstock.platform.search.ExportedAsset;
import io.penstock.platform.search.ExportedFinding;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An object for each record, either all in one array or each on a line of its own. */
final class JsonWriter<T> implements RecordWriter<T> {

    private static final JsonFactory JSON = new JsonFactory();

    private final OutputStream out;
    private final Layout layout;
    private final NestedColumns<T> columns;
    private final ByteArrayOutputStream one = new ByteArrayOutputStream();
    private boolean any;

    private enum Layout {
        ARRAY("[\n", ",\n", "\n]\n"),
        LINES("", "\n", "\n");

        private final String before;
        private final String between;
        private final String after;

        Layout(String before, String between, String after) {
            this.before = before;
            this.between = between;
            this.after = after;
        }
    }

    private JsonWriter(OutputStream out, Layout layout, List<Column<T>> columns)
            throws IOException {
        this.out = out;
        this.layout = layout;
        this.columns = new NestedColumns<>(columns);
        put(layout.before);
    }

    static JsonWriter<ExportedFinding> arrayOfFindings(OutputStream out) throws IOException {
        return new JsonWriter<>(out, Layout.ARRAY, FindingColumns.ALL);
    }

    static JsonWriter<ExportedAsset> arrayOfAssets(OutputStream out) throws IOException {
        return new JsonWriter<>(out, Layout.ARRAY, AssetColumns.ALL);
    }

    static JsonWriter<ExportedFinding> linesOfFindings(OutputStream out) throws IOException {
        return new JsonWriter<>(out, Layout.LINES, FindingColumns.ALL);
    }

    static JsonWriter<ExportedAsset> linesOfAssets(OutputStream out) throws IOException {
        return new JsonWriter<>(out, Layout.LINES, AssetColumns.ALL);
    }

    @Override
    public void write(T record) throws IOException {
        one.reset();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), one)) {
            columns.write(record, json);
        }
        if (any) {
            put(layout.between);
        }
        any = true;
        one.writeTo(out);
    }

    @Override
    public void close() throws IOException {
        if (any || layout == Layout.ARRAY) {
            put(layout.after);
        }
        out.flush();
    }

    private void put(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
