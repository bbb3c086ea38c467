package io.penstock.platform.upload;

import io.penstock.core.value.Shown;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One JSON object a line; what a line holds is kept as it came. */
final class NdjsonRecords implements FileRecords {

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(200).build())
                    .build();

    private final TextRecords lines;

    NdjsonRecords(InputStream file) {
        this.lines = new TextRecords(file, false);
    }

    @Override
    public Optional<FileRecord> next() throws IOException {
        return lines.next().map(NdjsonRecords::record);
    }

    private static FileRecord record(TextRecords.Text text) {
        var fault = fault(text);
        return fault.isEmpty()
                ? new FileRecord(text.line(), text.text().getBytes(StandardCharsets.UTF_8), "")
                : unreadable(text, fault);
    }

    private static String fault(TextRecords.Text text) {
        if (text.tooLong()) {
            return "it has more than " + TextRecords.LENGTH_MAX + " characters";
        }
        if (text.damaged()) {
            return "it is not UTF-8";
        }
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text.text())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "it is not a JSON object";
            }
            parser.skipChildren();
            return parser.nextToken() == null ? "" : "it goes on after its JSON object";
        } catch (JacksonException e) {
            return "it is not JSON: " + e.getOriginalMessage();
        }
    }

    /** A line that is no record, shown as a JSON text. */
    static FileRecord unreadable(TextRecords.Text text, String fault) {
        var shown = Shown.cut(text.text(), 2_000);
        return new FileRecord(
                text.line(),
                JsonMapper.shared().writeValueAsBytes(shown),
                "line " + text.line() + " cannot be read: " + fault);
    }
}
