package io.penstock.platform.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.transform.Functions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;

class LinearPatternsTest {

    private final LinearPatterns patterns = new LinearPatterns();

    @ParameterizedTest
    @CsvSource({
        "(a+)+$, b, aaa!, aaa!",
        "'^([A-Z]+)\\\\(.+)$', '$2 ($1)', 'CORP\\web-1', 'web-1 (CORP)'",
        "o, '\\$', foo, f$$",
        "(?i)ubuntu, Linux, UBUNTU 22, Linux 22"
    })
    void rewrites(String pattern, String with, String in, String out) {
        assertThat(patterns.rewrite(pattern, with).apply(in)).isEqualTo(out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*a){20}$", "(a?){20}a{20}", "((a*)*)*b"})
    @Timeout(20)
    void patternsThatHangOthersEndHere(String pattern) {
        var text = "a".repeat(10_000) + "!";
        assertThat(patterns.rewrite(pattern, "").apply(text)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "(a, x, cannot be read",
        "(a)\\1, x, cannot be read",
        "a(?=b), x, cannot be read",
        "((a{100}){100}){100}, x, its length by its counts in braces is more than 10000",
        "(a), $2, after $ comes the number of a group",
        "a, $, after $ comes the number of a group",
        "a, 'x\\', ends in a lone backslash"
    })
    void whatCannotBeUsedIsSaidInASentence(String pattern, String with, String sentence) {
        assertThatThrownBy(() -> patterns.rewrite(pattern, with))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void theDocumentedExampleHoldsForTheRealEngine() {
        var replace = Functions.find("replace").orElseThrow();
        var example = replace.help().example();
        var warnings = new ArrayList<String>();
        assertThat(replace.make(example.arguments(), patterns).apply(example.in(), warnings::add))
                .isEqualTo(example.out());
        assertThat(warnings).isEmpty();
    }
}
