package io.penstock.platform.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

class KeySinkTest {

    @Test
    void keepsTheFirstRecordThatHoldsTheWholeKey() {
        var sink = new KeySink(new KeyScan("a1"));
        take(sink, "{\"id\": \"a12\"}");
        sink.tooLong(9_000_000);
        take(sink, "{\"id\": \"a1\"}");
        take(sink, "{\"other\": \"a1\"}");

        assertThat(sink.text()).isEqualTo("{\"id\": \"a1\"}");
        assertThat(sink.index()).isEqualTo(2);
    }

    @Test
    void findsNothingOutsideOfTheRecord() {
        var sink = new KeySink(new KeyScan("a1"));
        var page = "\"a1\"{\"id\": \"b\"}\"a1\"".getBytes(UTF_8);
        sink.take(page, 4, page.length - 8);

        assertThat(sink.text()).isNull();
    }

    @Test
    void knowsAKeyAsItStandsInJson() {
        var sink = new KeySink(new KeyScan("a\"\\ü"));
        take(sink, "{\"id\": \"a\\\"\\\\ü\"}");

        assertThat(sink.text()).isNotNull();
    }

    @Test
    void scansAPageAcrossItsChunks() {
        for (var before = 65_530; before < 65_545; before++) {
            var page = (" ".repeat(before) + "\"a1\"" + " ".repeat(70_000)).getBytes(UTF_8);

            assertThat(new KeyScan("a1").inPage(page, "identity")).as("%s", before).isTrue();
            assertThat(new KeyScan("a2").inPage(page, "identity")).isFalse();
        }
    }

    @Test
    void aDamagedPageHasNothing() {
        assertThat(new KeyScan("a1").inPage(new byte[] {1, 2, 3}, "gzip")).isFalse();
    }

    private static void take(KeySink sink, String record) {
        var bytes = record.getBytes(UTF_8);
        sink.take(bytes, 0, bytes.length);
    }
}
