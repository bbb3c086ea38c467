package io.penstock.platform.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class KeySinkTest {

    @Test
    void keepsTheFirstRecordThatHoldsTheWholeKey() {
        var sink = new KeySink("a1");
        take(sink, "{\"id\": \"a12\"}");
        sink.tooLong(9_000_000);
        take(sink, "{\"id\": \"a1\"}");
        take(sink, "{\"other\": \"a1\"}");

        assertThat(sink.text()).isEqualTo("{\"id\": \"a1\"}");
        assertThat(sink.index()).isEqualTo(2);
    }

    @Test
    void findsNothingOutsideOfTheRecord() {
        var sink = new KeySink("a1");
        var page = "\"a1\"{\"id\": \"b\"}\"a1\"".getBytes(StandardCharsets.UTF_8);
        sink.take(page, 4, page.length - 8);

        assertThat(sink.text()).isNull();
    }

    @Test
    void knowsAKeyAsItStandsInJson() {
        var sink = new KeySink("a\"\\ü");
        take(sink, "{\"id\": \"a\\\"\\\\ü\"}");

        assertThat(sink.text()).isNotNull();
    }

    private static void take(KeySink sink, String record) {
        var bytes = record.getBytes(StandardCharsets.UTF_8);
        sink.take(bytes, 0, bytes.length);
    }
}
