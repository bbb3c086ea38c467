package io.penstock.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

/** Values of the data, however they are written, become queries that ask for just them. */
class AskedValueTest {

    private static final int ROUNDS = 20_000;
    private static final int LONGEST = 12;
    private static final List<String> PIECES =
            List.of(
                    "`",
                    "``",
                    "\"",
                    "'",
                    "\\",
                    "%",
                    "_",
                    "*",
                    " ",
                    "\n",
                    "\t",
                    "(",
                    ")",
                    "[",
                    "]",
                    ",",
                    "..",
                    ":",
                    "=",
                    "<",
                    ">",
                    "and",
                    "or",
                    "not",
                    "null",
                    "is",
                    "a",
                    "Z",
                    "5",
                    "ß",
                    "İ",
                    "ſ",
                    "\u201c",
                    "\u00a0",
                    "\ud83d\ude00",
                    "-",
                    ".",
                    "{}",
                    ":q1",
                    "--",
                    "<b>");

    private final long seed = new Random().nextLong();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asset.name:",
                "asset.name=",
                "finding.title:`",
                "finding.title:\"a",
                "finding.title='",
                "finding.title:[a, ",
                "finding:(title:",
                "finding.cveId:",
                "finding.cveId:[x, \"",
                "finding.severity:5 and not (finding.title:x"
            })
    void anyValueIsAskedForAsItIs(String before) {
        var offered = 0;
        for (var i = 0; i < ROUNDS; i++) {
            offered += offered(before, value(new Random(seed + i))) ? 1 : 0;
        }
        assertThat(offered).as("seed %d", seed).isGreaterThan(ROUNDS / 100);
    }

    @Test
    void whatTheLanguageCannotSayIsNotOffered() {
        var asked = asked("finding.cveId:");
        assertThat(asked.offer("cve-2026-1", "")).as("looked for in upper case").isEmpty();
        assertThat(asked.offer("", "")).isEmpty();
        assertThat(asked.offer("A\0B", "")).isEmpty();
        assertThat(asked.offer("A\ud800B", "")).isEmpty();
        assertThat(asked.offer("A".repeat(Parser.TEXT_MAX), "")).isEmpty();
        assertThat(asked("finding.title>").offer("a", "")).isEmpty();
    }

    @Test
    void quotesAreWrittenWhereTheyAreNeeded() {
        assertThat(text("finding.cveId:", "CVE-2026-1")).isEqualTo("CVE-2026-1");
        assertThat(text("finding.cveId:", "CVE 1")).isEqualTo("`CVE 1`");
        assertThat(text("finding.cveId:", "NULL")).isEqualTo("`NULL`");
        assertThat(text("asset.name:", "web")).isEqualTo("`web`");
        assertThat(text("asset.name:", "a`b")).isEqualTo("`a``b`");
        assertThat(text("asset.name:\"", "a\"b`")).isEqualTo("\"a\"\"b`\"");
    }

    private boolean offered(String before, String value) {
        var asked = asked(before);
        var offer = asked.offer(value, "");
        if (offer.isEmpty()) {
            return false;
        }
        var from =
                Completer.complete(before, before.length(), catalogue(), SampleCatalogue.NOW)
                        .from();
        var text = before.substring(0, from) + offer.get().text();
        var open = text.startsWith("finding:(") || text.startsWith("finding.severity:5 and not (");
        var list = before.contains("[");
        var query = text + (list ? "]" : "") + (open ? ")" : "");
        assertThat(Completable.readable(query)).as("seed %d: %s", seed, query).isTrue();
        assertThat(last(Parser.parse(query)).text()).as(query).isEqualTo(value);
        return true;
    }

    private static Value last(Query query) {
        return switch (query) {
            case Query.And and -> last(and.parts().getLast());
            case Query.Not not -> last(not.part());
            case Query.Group group -> last(group.part());
            case Query.Term term when term.predicate() instanceof Predicate.Compare compare ->
                    compare.value();
            case Query.Term term when term.predicate() instanceof Predicate.AnyOf any ->
                    any.values().getLast();
            default -> throw new IllegalStateException("no value in " + query);
        };
    }

    private static String value(Random random) {
        var value = new StringBuilder();
        for (var i = random.nextInt(LONGEST); i >= 0; i--) {
            value.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return value.toString();
    }

    private static String text(String before, String value) {
        return asked(before).offer(value, "").orElseThrow().text();
    }

    private static AskedValue asked(String before) {
        return Completer.complete(before, before.length(), catalogue(), SampleCatalogue.NOW)
                .asked()
                .orElseThrow();
    }

    private static FieldCatalogue catalogue() {
        return SampleCatalogue.catalogue();
    }
}
