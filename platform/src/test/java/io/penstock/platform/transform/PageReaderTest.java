package io.penstock.platform.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.core.transform.Projection;
import io.penstock.core.transform.RecordValues;
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

    private static final PageReader.RecordSink NOTHING =
            new PageReader.RecordSink() {
                @Override
                public void take(int index, RecordValues values) {}

                @Override
                public void refuse(int index, String reason) {}
            };

    private final Projection projection = new Projection(List.of(ID, SCORE, ACTIONS));

    private PageReader reader() {
        return new PageReader(FieldPath.parse("resources"), projection);
    }

    @Test
    void readsMappedPathsAndNothingElse() {
        assertThat(records(bytes(PAGE), "identity"))
                .containsExactly(
                        "a [5] [one, two]",
                        "b [] []",
                        "refused: the record is not a JSON object",
                        "null [] []");
    }

    @Test
    void inflatesWhatCameCompressed() throws IOException {
        assertThat(records(gzip(PAGE), "gzip")).hasSize(4);
    }

    @Test
    void passesOverAMarkBeforeThePage() throws IOException {
        assertThat(records(bytes("\uFEFF" + PAGE), "identity")).hasSize(4);
        assertThat(records(gzip("\uFEFF" + PAGE), "gzip")).hasSize(4);
    }

    @Test
    void countsTheRecordsOfAPage() {
        assertThat(reader().read(bytes(PAGE), "identity", NOTHING)).isEqualTo(4);
        assertThat(reader().read(bytes("{\"resources\": null}"), "identity", NOTHING)).isZero();
        assertThat(reader().read(bytes("{}"), "identity", NOTHING)).isZero();
    }

    @Test
    void aPageCutAnywhereIsBrokenAndNeverAShortPage() {
        var whole = PAGE.strip();
        for (var length = 0; length < whole.length(); length++) {
            var cut = bytes(whole.substring(0, length));
            assertThatThrownBy(() -> reader().read(cut, "identity", NOTHING))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("page");
        }
    }

    @Test
    void quotesEachRecordAsItWasSent() {
        var excerpts = reader().excerpts(bytes(PAGE), "identity");
        assertThat(excerpts.get(1))
                .isEqualTo(
                        "{\"cve\": null, \"id\": \"b\", \"fix\": {\"entities\": \"not a list\"}}");
        assertThat(excerpts.get(2)).isEqualTo("\"not a record\"");
    }

    @Test
    void quotesTheBeginningOfALongRecordFarIntoThePage() {
        var filler = "{\"id\": \"" + "x".repeat(3_000) + "\"},";
        var text = "{\"resources\": [" + filler.repeat(500) + "{\"id\": \"last\"}]}";
        var excerpts = reader().excerpts(bytes(text), "identity");
        assertThat(excerpts.get(499)).startsWith("{\"id\": \"xxx").hasSize(1_000);
        assertThat(excerpts.get(500)).isEqualTo("{\"id\": \"last\"}");
    }

    @Test
    void findsTheRecordsUnderAnEscapedOrNestedName() {
        var escaped = "{\"meta\": 1, \"re\\u0073ources\": [{\"id\": \"a\"}]}";
        assertThat(records(bytes(escaped), "identity")).containsExactly("a [] []");
        var nested =
                bytes("{\"x\": 1, \"data\": {\"y\": [], \"items\": [{\"id\": \"b\"}], \"z\": 0}}");
        var count =
                new PageReader(FieldPath.parse("data.items"), projection)
                        .read(nested, "identity", NOTHING);
        assertThat(count).isOne();
    }

    @Test
    void aRecordThatCannotBeReadLeavesTheOthersAlone() {

        for (var odd :
                List.of(
                        "{\"id\": 1e}",
                        "{\"id\" \"x\"}",
                        "{\"id\": nul}",
                        "{\"id\": \"\\q\"}",
                        "[".repeat(1_000) + "]".repeat(1_000),
                        "{\"cve\":".repeat(1_000) + "1" + "}".repeat(1_000),
                        "{\"x\": " + "[".repeat(50_000) + "]".repeat(50_000) + "}")) {
            var found =
                    records(
                            bytes(
                                    "{\"resources\": [{\"id\": \"a\"}, "
                                            + odd
                                            + ", {\"id\": \"b\"}]}"),
                            "identity");
            assertThat(found).as(odd.substring(0, 8)).hasSize(3);
            assertThat(found.get(0)).startsWith("a ");
            assertThat(found.get(1)).startsWith("refused: the record ");
            assertThat(found.get(2)).startsWith("b ");
        }
    }

    @Test
    void whatNoDatabaseTakesIsReplaced() {
        var page = "{\"resources\": [{\"id\": \"a\\u0000b\\uD800c\\uD83D\\uDE00\"}]}";
        assertThat(records(bytes(page), "identity"))
                .containsExactly("a\uFFFDb\uFFFDc\uD83D\uDE00 [] []");
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
                assertThat(reader().read(damaged, "identity", NOTHING)).isBetween(0, 50);
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
                        new PageReader.RecordSink() {
                            @Override
                            public void take(int index, RecordValues values) {
                                found.add(line(values));
                            }

                            @Override
                            public void refuse(int index, String reason) {
                                found.add("refused: " + reason);
                            }
                        });
        return found;
    }

    private String line(RecordValues values) {
        return values.first(projection.slot(ID))
                + " "
                + values.all(projection.slot(SCORE))
                + " "
                + values.all(projection.slot(ACTIONS));
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
