package io.penstock.platform.console.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.core.transform.FunctionCall;
import io.penstock.core.transform.MapDraft;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** The small parts the editor is made of. */
class EditorPartsTest {

    @Test
    void aPackedTextIsShortAndComesBack() {
        var text = "{\"stream\": \"hosts\", \"source\": [\"häuser\uD83C\uDFE0\"]}\n".repeat(2_000);

        var packed = PackedText.pack(text);

        assertThat(packed).hasSizeLessThan(2_000).matches("[A-Za-z0-9_-]+");
        assertThat(PackedText.unpack(packed)).isEqualTo(text);
    }

    @Test
    void whatStaysLongIsRefused() {
        var noise = new Random(7).ints(40_000, 32, 127).mapToObj(Character::toString);

        assertThatThrownBy(() -> PackedText.pack(String.join("", noise.toList())))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("too large for the editor");
    }

    @Test
    void whatGrowsWithoutBoundIsRefused() {
        var bomb = PackedText.pack("0".repeat(2_000_001));

        assertThatThrownBy(() -> PackedText.unpack(bomb))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("more than 2000000 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "AAAA", "not packed at all"})
    void whatIsNotPackedIsRefused(String text) {
        assertThatThrownBy(() -> PackedText.unpack(text)).isInstanceOf(FaultException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/a b",
                "/{x}",
                "/a\r\nSet-Cookie: x",
                "javascript:alert(1)",
                "connections",
            })
    void anAddressElsewhereIsNoWayBack(String address) {
        assertThat(BackPath.checked(address)).isEmpty();
    }

    @Test
    void theWayBackKeepsItsQuery() {
        var map = new UUID(1, 2);

        assertThat(BackPath.checked("/connections/new?step=3&a=%20")).isNotEmpty();
        assertThat(BackPath.after("/connections/new?step=3", map))
                .isEqualTo("/connections/new?step=3&map=" + map);
        assertThat(BackPath.after("/connections", map)).isEqualTo("/connections?map=" + map);
        assertThat(BackPath.after("", map)).isEqualTo("/maps/" + map);
        assertThat(BackPath.query("/a?b=c&d")).isEqualTo("?back=%2Fa%3Fb%3Dc%26d");
    }

    @Test
    void jsonIsBrokenIntoLinesAndNothingElse() {
        assertThat(JsonLines.indented("{\"a\":[1.10,{}, [ ]],\"b\":\"x,{y}:\\\"z\"}"))
                .isEqualTo(
                        """
                        {
                          "a": [
                            1.10,
                            {},
                            []
                          ],
                          "b": "x,{y}:\\"z"
                        }\
                        """);
        assertThat(JsonLines.indented("\"cut")).isEqualTo("\"cut");
        assertThat(JsonLines.indented("\"cut\\")).isEqualTo("\"cut\\");
    }

    @Test
    void rowsAreMovedToTheirNewPlaces() {
        var rows = new EditedRows(List.of(row("a"), row("b"), row("c")));

        assertThat(targets(rows.moved(1, 3))).isEqualTo("bca");
        assertThat(targets(rows.moved(3, 1))).isEqualTo("cab");
        assertThat(targets(rows.without(2))).isEqualTo("ac");
        assertThat(targets(rows.put(2, row("x")))).isEqualTo("axc");
        assertThat(targets(rows.put(0, row("x")))).isEqualTo("abcx");
    }

    @Test
    void anEmptySeparatorIsNotTheSameAsNone() {
        var joined = new FunctionCall("join", Map.of("separator", ""));

        assertThat(throughAForm(joined)).isEqualTo(joined);
        assertThat(throughAForm(CallFields.fresh("join")))
                .isEqualTo(new FunctionCall("join", Map.of("separator", ", ")));
        assertThat(CallFields.fresh("round")).isEqualTo(FunctionCall.of("round"));
        var unknown = new FunctionCall("noSuch", Map.of("x", "1"));
        assertThat(throughAForm(unknown)).isEqualTo(unknown);
    }

    @Test
    void aRowOfTheMapGoesThroughTheFormUnchanged() {
        var row =
                new MapDraft.Row(
                        "hosts",
                        List.of("hostname", "fqdn"),
                        "string",
                        "assetName",
                        List.of(new FunctionCall("join", Map.of("separator", "\n"))),
                        Map.of("a => b", "c\nd"),
                        "warn",
                        "two\nlines",
                        true);

        var form = RowForm.of(3, row);

        assertThat(form.row(TestModels.hosts())).isEqualTo(row);
        assertThat(form.rest().lines()).isTrue();
        assertThat(CallView.of(form.functions()).getFirst().arguments().getFirst().area())
                .as("a browser drops the first line end")
                .isEqualTo("\n\n");
    }

    @Test
    void aFieldOfARowHasABound() {
        var form = RowForm.of(1, row("t".repeat(2_001)));

        assertThat(form.fault().orElseThrow()).contains("more than 2000 characters");
    }

    private static FunctionCall throughAForm(FunctionCall call) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("call.0", call.function());
        CallView.of(List.of(call))
                .getFirst()
                .arguments()
                .forEach(field -> fields.add(field.id(), field.value()));
        return CallFields.read(fields).getFirst();
    }

    private static MapDraft.Row row(String target) {
        return new MapDraft.Row(
                "hosts", List.of("a"), "string", target, List.of(), Map.of(), "pass", null, false);
    }

    private static String targets(EditedRows rows) {
        return String.join("", rows.rows().stream().map(MapDraft.Row::target).toList());
    }
}
