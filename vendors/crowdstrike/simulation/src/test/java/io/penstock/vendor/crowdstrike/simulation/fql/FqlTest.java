package io.penstock.vendor.crowdstrike.simulation.fql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class FqlTest {

    private record Row(String name, String tag, String seen, double score, boolean live) {}

    private static final List<Row> ROWS =
            List.of(
                    new Row("PC-1", "a", "2026-10-01T00:00:00Z", 9.8, true),
                    new Row("PC-2", "b", "2026-10-02T10:32:00Z", 5, false),
                    new Row("it's", "a", "2026-10-31T12:00:00Z", Double.NaN, true),
                    new Row("web \"x\"", "", "2026-09-01T00:00:00Z", 7.5, false));

    private static final Fields<Row> FIELDS =
            new Fields<>(
                    Map.of(
                            "name", new Field.Text<>(Row::name, true),
                            "tag",
                                    new Field.Text<Row>(
                                            r -> r.tag().isEmpty() ? null : r.tag(), false),
                            "seen",
                                    new Field.Time<Row>(
                                            r -> Instant.parse(r.seen()).toEpochMilli()),
                            "score", new Field.Numeric<>(Row::score, true),
                            "live", new Field.Flag<>(Row::live)),
                    Instant.parse("2026-11-01T00:00:00Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "name:'PC-1' | 0",
                "name:\"PC-1\" | 0",
                "name:!'PC-1' | 123",
                "name:['PC-1','PC-2'] | 01",
                "name:!['PC-1','PC-2'] | 23",
                "name:'pc-1' | -",
                "name:'it\\'s' | 2",
                "name:\"web \\\"x\\\"\" | 3",
                "name:*'PC-*' | 01",
                "name:*'pc-*' | -",
                "name:*'*-2' | 1",
                "name:*'*C*2*' | 1",
                "name:*'PC-1' | 0",
                "name:!*'PC*' | 23",
                "name:~'pc 1' | 0",
                "name:!~'pc' | 23",
                "tag:'' | 3",
                "tag:!'' | 012",
                "tag:![''] | 012",
                "seen:'2026-10-01T00:00:00Z' | 0",
                "seen:>'2026-10-01' | 12",
                "seen:>='2026-10-01' | 012",
                "seen:<'2026-10-02T10:32' | 03",
                "seen:<='2026-10-02T10:32' | 013",
                "seen:>'2026-10-02T10:31:59.999Z' | 12",
                "seen:>'now-7d' | 2",
                "seen:>'now-10h' | -",
                "seen:<'now' | 0123",
                "score:>5 | 03",
                "score:>=5 | 013",
                "score:<7.5 | 1",
                "score:'5' | 1",
                "score:[5,7.5] | 13",
                "live:true | 02",
                "live:!true | 13",
                "live:false | 13",
                "tag:'a'+live:true | 02",
                "tag:'a',tag:'b' | 012",
                "tag:'b',tag:'a'+name:'PC-1' | 01",
                "(tag:'b',tag:'a')+name:'PC-1' | 0",
                "name:'PC-1'+tag:'a',name:'PC-2'+tag:'b' | 01",
                "((live:true)) | 02"
            })
    void selects(String filter, String expected) {
        var test = FIELDS.compile(FqlParser.parse(filter));
        StringBuilder hits = new StringBuilder();
        for (int i = 0; i < ROWS.size(); i++) {
            hits.append(test.test(ROWS.get(i)) ? Integer.toString(i) : "");
        }

        assertThat(hits.toString()).isEqualTo(expected.replace("-", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "nothing:'x' | 'nothing' is an unknown property",
                "name | expected : at 4",
                ":'x' | expected a property at 0",
                "name: 'x' | expected a value at 5",
                "name:x | expected a value at 5",
                "name:'x | the quote at 5 is not closed",
                "name:['x' | expected ] at 9",
                "(name:'x' | expected ) at 9",
                "name:'x')| expected + or , at 8",
                "name:'x' tag:'y' | expected + or , at 8",
                "name:'x'+ | expected a property at 9",
                "name:>'x' | 'name' cannot be compared with > and this value",
                "tag:*'x' | 'tag' cannot be compared with * and this value",
                "live:'yes' | 'live' cannot be compared with = and this value",
                "live:>true | 'live' cannot be compared with > and this value",
                "score:'high' | 'score' cannot be compared with = and this value",
                "seen:>'soon' | 'soon' is not a time",
                "seen:>'2026-13-01' | '2026-13-01' is not a time",
                "seen:>['2026-10-01','2026-10-02'] | 'seen' cannot be compared with > and this"
                        + " value"
            })
    void refuses(String filter, String message) {
        assertThatThrownBy(() -> FIELDS.compile(FqlParser.parse(filter)))
                .isInstanceOf(FaultException.class)
                .hasMessage(message);
    }

    @Test
    void boundsWhatItReads() {
        assertThatThrownBy(() -> FqlParser.parse("(".repeat(40) + "a:1" + ")".repeat(40)))
                .hasMessage("more than 16 parentheses inside each other");
        assertThatThrownBy(() -> FqlParser.parse("a:1" + "+a:1".repeat(20)))
                .hasMessage("more than 20 properties");
        assertThatThrownBy(() -> FqlParser.parse("a:'" + "x".repeat(64_000) + "'"))
                .hasMessage("the filter has 64004 characters, at most 64000");
    }

    @Test
    void readsTheBoundsOfATime() {
        Instant now = FIELDS.now();
        long from = Instant.parse("2026-10-01T00:00:00Z").toEpochMilli();
        String range = "seen:>='2026-10-01'+seen:<='2026-10-01'";

        assertThat(TimeBounds.of(FqlParser.parse(range), "seen", now))
                .isEqualTo(new TimeBounds(from, from + 1, true));
        assertThat(TimeBounds.of(FqlParser.parse(range + "+tag:'a'"), "seen", now))
                .isEqualTo(new TimeBounds(from, from + 1, false));
        assertThat(TimeBounds.of(FqlParser.parse("seen:>'2026-10-01',tag:'a'"), "seen", now))
                .isEqualTo(new TimeBounds(Long.MIN_VALUE, Long.MAX_VALUE, false));
    }
}
