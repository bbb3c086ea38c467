package io.penstock.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.penstock.fuzz.Cost;
import io.penstock.query.Completion;
import io.penstock.query.Parser;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A query that is being typed: any text, the caret anywhere. */
class SuggestionFuzzTest {

    private static final QueryFields FIELDS =
            new QueryFields(Clock.fixed(Instant.parse("2026-11-28T12:00:00.123Z"), ZoneOffset.UTC));

    /** The first byte says where the caret is, in 255ths of the text; the rest is the text. */
    @FuzzTest(maxDuration = "2m")
    void anyTextAndAnyCaretHaveAnAnswer(byte[] typed) {
        var all = new String(typed, StandardCharsets.UTF_8);
        var text = all.isEmpty() ? all : all.substring(1);
        var caret = all.isEmpty() ? 0 : text.length() * Math.min(all.charAt(0), 255) / 255;
        Cost.bounded(
                typed.length,
                () -> {
                    for (var over : Searched.values()) {
                        check(FIELDS.complete(over, text, caret), text, caret);
                        check(FIELDS.complete(over, text, text.length()), text, text.length());
                    }
                });
    }

    /** The range is around the caret, and what is accepted is never too long for a query. */
    private static void check(Completion completion, String text, int caret) {
        assertThat(completion.from()).isBetween(0, caret);
        assertThat(completion.to()).isBetween(Math.max(0, caret - 1), text.length());
        for (var one : completion.suggestions()) {
            var accepted =
                    text.substring(0, completion.from())
                            + one.text()
                            + text.substring(completion.to());
            assertThat(accepted.length()).isLessThanOrEqualTo(Parser.TEXT_MAX);
        }
    }
}
