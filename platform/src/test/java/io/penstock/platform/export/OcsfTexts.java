package io.penstock.platform.export;

import java.util.Random;

/** Texts made from a seed: empty, plain, hostile to JSON, with halves of characters, very long. */
final class OcsfTexts {

    private static final String[] HOSTILE = {
        "\"},{\"x\":\"",
        "line\nbreak\r\n\ttab",
        "\u0000\u0001\u001f\u007f\u0085",
        "\ud800 half",
        "half \udc00",
        "\u2028\u2029\ufeff\u202e",
        "=cmd|' /C calc'!A0",
        "<script>alert(1)</script>",
        "\\u0041 \\ / 'quotes'",
        "\ud83d\ude80 r\u00e4ksm\u00f6rg\u00e5s \u65e5\u672c"
    };

    private final Random random;

    OcsfTexts(Random random) {
        this.random = random;
    }

    String next() {
        return switch (random.nextInt(40)) {
            case 0 -> "n".repeat(10_000);
            case 1, 2, 3, 4, 5, 6, 7, 8, 9 -> "";
            case 10, 11, 12, 13, 14, 15 -> anything(1 + random.nextInt(30));
            case 16, 17, 18, 19, 20, 21, 22, 23 -> HOSTILE[random.nextInt(HOSTILE.length)];
            default -> "plain " + random.nextInt(1_000);
        };
    }

    private String anything(int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append((char) random.nextInt(0x10000));
        }
        return text.toString();
    }
}
