package io.penstock.platform.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.core.transform.Projection;
import io.penstock.core.value.FieldPath;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

class PageReaderTest {

    private static final FieldPath ID = FieldPath.parse("id");
    private static final FieldPath SCORE = FieldPath.parse("cve.score");
    private static final FieldPath ACTIONS = FieldPath.parse("fix.entities[].action");
    private static final String PAGE =
            """
            {"meta": {"x": [1, {"resources": []}]}, "resources": [
              {"id": "a", "cve": {"score": 5, "deep": {"id": "no"}}, "more": [[{"id": 1}]],
               "fix": {"entities": [{"action": "one"}, {"other": 1}, {"action": "two"}]}},
              {"cve": null, "id": "b", "fix": {"entities": "not a list"}},
              "not a record",
              {"id": {"odd": true}, "cve": [1], "fix": []}
            ], "errors": []}
            """;

    private final Projection projection = new Projection(List.of(ID, SCORE, ACTIONS));

    private PageReader reader() {
        return new PageReader(FieldPath.parse("resources"), projection);
    }

    @Test
    void readsMappedPathsAndNothingElse() {
        assertThat(records(bytes(PAGE), "identity"))
                .containsExactly("a [5] [one, two]", "b [] []", "null [] []", "null [] []");
    }

    @Test
    void inflatesWhatCameCompressed() throws IOException {
        assertThat(records(gzip(PAGE), "gzip")).hasSize(4);
    }

    @Test
    void countsTheRecordsOfAPage() {
        assertThat(reader().read(bytes(PAGE), "identity", (_, _) -> {})).isEqualTo(4);
        assertThat(reader().read(bytes("{\"resources\": null}"), "identity", (_, _) -> {}))
                .isZero();
        assertThat(reader().read(bytes("{}"), "identity", (_, _) -> {})).isZero();
    }

    @Test
    void aPageCutAnywhereIsBrokenAndNeverAShortPage() {
        var whole = PAGE.strip();
        for (var length = 0; length < whole.length(); length++) {
            var cut = bytes(whole.substring(0, length));
            assertThatThrownBy(() -> reader().read(cut, "identity", (_, _) -> {}))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("page");
        }
    }

    @Test
    void quotesEachRecordAsItWasSent() {
        var page = reader();
        page.read(bytes(PAGE), "identity", (_, _) -> {});
        assertThat(page.excerpt(1))
                .isEqualTo(
                        "{\"cve\": null, \"id\": \"b\", \"fix\": {\"entities\": \"not a list\"}}");
        assertThat(page.excerpt(2)).isEqualTo("\"not a record\"");
    }

    @Test
    void quotesTheBeginningOfALongRecordFarIntoThePage() {
        var filler = "{\"id\": \"" + "x".repeat(3_000) + "\"},";
        var text = "{\"resources\": [" + filler.repeat(500) + "{\"id\": \"last\"}]}";
        var page = reader();
        page.read(bytes(text), "identity", (_, _) -> {});
        assertThat(page.excerpt(499)).startsWith("{\"id\": \"xxx").hasSize(1_000);
        assertThat(page.excerpt(500)).isEqualTo("{\"id\": \"last\"}");
    }

    @Test
    void anyBytesAreReadOrRefusedAndNeverMore() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var whole = bytes(PAGE);
        for (var i = 0; i < 5_000; i++) {
            var damaged = whole.clone();
            for (var n = random.nextInt(4); n >= 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(reader().read(damaged, "identity", (_, _) -> {})).isBetween(0, 50);
            } catch (FaultException e) {
                assertThat(e.fault().code()).as("seed %d", seed).isEqualTo("PAGE_BROKEN");
            }
        }
    }

    private List<String> records(byte[] page, String encoding) {
        var found = new ArrayList<String>();
        reader().read(
                        page,
                        encoding,
                        (_, values) ->
                                found.add(
                                        values.first(projection.slot(ID))
                                                + " "
                                                + values.all(projection.slot(SCORE))
                                                + " "
                                                + values.all(projection.slot(ACTIONS))));
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes(text));
        }
        return out.toByteArray();
    }
}
