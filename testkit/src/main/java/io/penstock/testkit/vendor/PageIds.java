package io.penstock.testkit.vendor;

import io.penstock.core.value.FieldPath;
import io.penstock.source.HttpAnswer;
import io.penstock.source.Page;
import io.penstock.source.StreamSpec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a page as the platform does: by what the descriptor says of its stream. */
final class PageIds {

    private static final JsonMapper JSON = JsonMapper.shared();

    private PageIds() {}

    /** The keys of the page's records, in their order. */
    static List<String> of(Page page, StreamSpec stream) {
        return records(page, stream).stream()
                .map(record -> at(record, stream.recordKey()).asString())
                .toList();
    }

    /** When each of the page's records last changed, as the vendor wrote it. */
    static List<String> changes(Page page, StreamSpec stream) {
        return records(page, stream).stream()
                .map(record -> at(record, stream.changedAt()).asString())
                .toList();
    }

    private static List<JsonNode> records(Page page, StreamSpec stream) {
        var answer = new HttpAnswer(200, Map.of("content-encoding", page.encoding()), page.body());
        try (var plain = answer.plain()) {
            var records = new ArrayList<JsonNode>();
            at(JSON.readTree(plain), stream.records()).forEach(records::add);
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode at(JsonNode node, FieldPath path) {
        var found = node;
        for (var step : path.steps()) {
            found = found.path(step.name());
        }
        return found;
    }
}
