package io.penstock.vendor.crowdstrike.simulation.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class PrettyTest {

    @Test
    void indentsByOneBlankAndKeepsEmptyOnesTogether() {
        Pretty json =
                Pretty.document()
                        .openDocument()
                        .text("a", "x\"\\\n\u0007")
                        .object("o")
                        .endObject()
                        .texts("l", List.of("1", "2"))
                        .texts("e", List.of())
                        .raw("n", "null")
                        .endObject();

        assertThat(json)
                .hasToString(
                        """
                        {
                         "a": "x\\"\\\\\\n\\u0007",
                         "o": {},
                         "l": [
                          "1",
                          "2"
                         ],
                         "e": [],
                         "n": null
                        }\
                        """);
    }

    @Test
    void continuesAnObjectThatSomebodyElseBegan() {
        assertThat(Pretty.continued(3).flag("live", true)).hasToString(",\n   \"live\": true");
        assertThat(Pretty.element(2).openDocument().number("n", 1))
                .hasToString("\n  {\n   \"n\": 1");
    }
}
