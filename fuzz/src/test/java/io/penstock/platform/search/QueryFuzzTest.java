package io.penstock.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.penstock.fuzz.Cost;
import io.penstock.query.CompiledQuery;
import io.penstock.query.Parser;
import io.penstock.query.QueryException;
import io.penstock.query.QueryPrinter;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Function;

/** A query of any text. */
class QueryFuzzTest {

    private static final QueryFields FIELDS =
            new QueryFields(Clock.fixed(Instant.parse("2026-11-28T12:00:00.123Z"), ZoneOffset.UTC));

    /** A text is a query or is refused with a column inside it, and nothing else. */
    @FuzzTest(maxDuration = "2m")
    void anyTextIsAQueryOrRefused(byte[] typed) {
        var text = new String(typed, StandardCharsets.UTF_8);
        Cost.bounded(
                typed.length,
                () -> {
                    compile(text, FIELDS::forFindings);
                    compile(text, FIELDS::forAssets);
                    readAgain(text);
                });
    }

    private static void compile(String text, Function<String, CompiledQuery> language) {
        try {
            var compiled = language.apply(text);
            assertThat(compiled.sql()).isNotBlank();
            compiled.binds().keySet().forEach(name -> assertThat(compiled.sql()).contains(name));
        } catch (QueryException e) {
            assertThat(e.fault().position()).isBetween(1, text.length() + 1);
            assertThat(e.fault().sentence()).isNotBlank();
        }
    }

    private static void readAgain(String text) {
        try {
            var tree = Parser.parse(text);
            var printed = QueryPrinter.print(tree);
            if (printed.length() <= Parser.TEXT_MAX) {
                assertThat(Parser.parse(printed)).isEqualTo(tree);
            }
        } catch (QueryException e) {
            assertThat(e.fault().position()).isBetween(1, text.length() + 1);
        }
    }
}
