package io.penstock.platform.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.transform.Projection;
import io.penstock.core.transform.RecordValues;
import io.penstock.core.value.FieldPath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The scanner knows what is sound, and takes nothing that the parser does not, or otherwise. */
class RecordScannerTest {

    private static final int RECORDS = Integer.getInteger("hostile.records", 3_000);

    private static final Projection PROJECTION =
            new Projection(
                    List.of(
                            FieldPath.parse("id"),
                            FieldPath.parse("cve.base_score"),
                            FieldPath.parse("cve.severity"),
                            FieldPath.parse("remediation.entities[].action"),
                            FieldPath.parse("network_interfaces[].local_ip")));

    private final RecordScanner scanner = new RecordScanner(PROJECTION);
    private final RecordReader reader = new RecordReader(PROJECTION);
    private final RecordValues values = new RecordValues(PROJECTION);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {} ",
                "{\"id\":\"a\"}",
                "{ \"id\" :\t\"a\" ,\r\n\"x\" : [ ] , \"y\":{ } }",
                "{\"id\":null,\"id\":true,\"id\":false,\"id\":0,\"id\":-0,\"id\":-1.50,\"id\":1E+5}",
                "{\"id\":12e-2,\"id\":0.1e1}",
                "{\"id\":\"plain and long enough for more than eight bytes\"}",
                "{\"id\":\"a\\\"b\\\\c\\/d\\b\\f\\n\\r\\t\\u0041\\u00e9\\u4E2d\"}",
                "{\"id\":\"\u00e9\u4e2d\uD83D\uDE00 \u007f\"}",
                "{\"i\\u0064\":\"by another spelling\",\"\u00e9\":1}",
                "{\"cve\":{\"base_score\":8.8,\"severity\":\"HIGH\",\"id\":\"not this\"}}",
                "{\"remediation\":{\"entities\":[{\"action\":\"1\"},{\"no\":[1,[2,{}]]},[{\"action\":\"2\"}]]}}",
                "{\"id\":{\"id\":1},\"cve\":[{\"severity\":\"LOW\"}],\"remediation\":\"text\"}"
            })
    void readsWhatIsSound(String json) {
        assertThat(scanned(json)).isEqualTo(parsed(json)).doesNotStartWith("refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "[]",
                "\"id\"",
                "{",
                "{\"id\"}",
                "{\"id\":}",
                "{\"id\" \"a\"}",
                "{\"id\":\"a\",}",
                "{,}",
                "{\"id\":\"a\"]",
                "{id:1}",
                "{\"x\":[1,]}",
                "{\"x\":[1}}",
                "{\"x\":nul}",
                "{\"x\":nulll}",
                "{\"x\":tru\u00e9}",
                "{\"x\":01}",
                "{\"x\":-}",
                "{\"x\":-01}",
                "{\"x\":+1}",
                "{\"x\":1.}",
                "{\"x\":.5}",
                "{\"x\":1e}",
                "{\"x\":1e+}",
                "{\"x\":1a}",
                "{\"x\":0x1}",
                "{\"x\":NaN}",
                "{\"x\":\"\\q\"}",
                "{\"x\":\"\\u12G4\"}",
                "{\"x\":\"a\nb\"}",
                "{\"x\":\"\u0001\"}",
                "{\"x\":'a'}",
                "{\"x\":1/* no */}",
                "{\"x\":\"no end}"
            })
    void leavesWhatIsNotSound(String json) {
        assertThat(scanned(json)).isEqualTo("odd");
        assertThat(parsed(json)).startsWith("refused");
    }

    @Test
    void leavesWhatIsRare() {
        for (var rare :
                List.of(
                        "{\"id\":\"\\u0000\"}",
                        "{\"id\":\"\\uD83D\\uDE00\"}",
                        "{\"id\":\"\\uFFFD\"}",
                        "{\"id\":" + "9".repeat(500) + "}",
                        "{\"" + "n".repeat(5_000) + "\":1}",
                        "{\"x\":" + "[".repeat(150) + "]".repeat(150) + "}")) {
            assertThat(scanned(rare)).as(rare.substring(0, 8)).isEqualTo("odd");
            assertThat(parsed(rare)).doesNotStartWith("refused");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\u00e9\u4e2d\uD83D\uDE00z\"}",
                "{\"id\":{\"\u00e9\u4e2d\uD83D\uDE00z\":1}}"
            })
    void leavesLettersThatAreNoLetters(String json) {
        var whole = json.getBytes(StandardCharsets.UTF_8);
        for (var place = 8; place < whole.length - 4; place++) {
            for (var other = 0; other < 0x8000; other += 3) {
                var damaged = whole.clone();
                damaged[place] = (byte) (0x80 | other >> 8);
                damaged[place + 1] = (byte) other;
                var scanned = scanned(damaged);
                if (!scanned.equals("odd")) {
                    assertThat(parsed(damaged)).as("%d %x", place, other).isEqualTo(scanned);
                }
            }
        }
    }

    @Test
    void findsMembersInWhateverOrderTheyCome() {
        var members =
                List.of("\"id\":\"a\"", "\"x\":1", "\"cve\":{\"severity\":\"LOW\"}", "\"y\":2");
        for (var i = 0; i < 24; i++) {
            var left = new ArrayList<>(members.subList(0, 1 + i % 4));
            var text = new StringBuilder();
            for (var n = i; !left.isEmpty(); n += 7) {
                text.append(text.isEmpty() ? "{" : ",").append(left.remove(n % left.size()));
            }
            var json = text.append('}').toString();
            assertThat(scanned(json)).isEqualTo(parsed(json));
        }
    }

    @Test
    void givesTheParsersValuesOfHostileRecords() {
        var hostile = new HostileRecords();
        var known = 0;
        for (var i = 0; i < RECORDS; i++) {
            var record = hostile.next();
            var scanned = scanned(record);
            if (!scanned.equals("odd")) {
                known++;
                assertThat(scanned).as("%s", hostile).isEqualTo(parsed(record));
            }
        }
        assertThat(known).as("%s", hostile).isGreaterThan(RECORDS / 10);
    }

    @Test
    void stopsBehindTheRecord() {
        var more = "{\"id\":\"a\"} , {\"id\":".getBytes(StandardCharsets.UTF_8);
        assertThat(scanner.read(more, 0, more.length, values)).isEqualTo("{\"id\":\"a\"}".length());
        for (var to = 0; to < 10; to++) {
            assertThat(scanner.read(more, 0, to, values)).isEqualTo(-1);
        }
    }

    private String scanned(String json) {
        return scanned(json.strip().getBytes(StandardCharsets.UTF_8));
    }

    private String scanned(byte[] json) {
        var length = scanner.read(json, 0, json.length, values);
        return length == json.length ? shown() : "odd";
    }

    private String parsed(String json) {
        return parsed(json.strip().getBytes(StandardCharsets.UTF_8));
    }

    private String parsed(byte[] json) {
        return reader.parse(json, 0, json.length, values).map(r -> "refused: " + r).orElse(shown());
    }

    private String shown() {
        var all = new ArrayList<List<String>>();
        for (var slot = 0; slot < PROJECTION.slots(); slot++) {
            all.add(values.all(slot));
        }
        return all.toString();
    }
}
