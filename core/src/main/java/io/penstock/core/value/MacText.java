package io.penstock.core.value;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads MAC addresses: {@code 00-50-56-93-d7-c1}, {@code 0050.5693.d7c1} and {@code 00505693d7c1}
 * are {@code 00:50:56:93:D7:C1}.
 */
public final class MacText {

    private static final int LENGTH_MAX = 40;
    private static final Pattern FORM =
            Pattern.compile("([0-9A-Fa-f]{2}[:\\-. ]?){5}[0-9A-Fa-f]{2}");
    private static final Pattern SEPARATOR = Pattern.compile("[:\\-. ]");
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    private MacText() {}

    /** The address in capitals with colons; empty when the text, without blanks around, is none. */
    public static Optional<String> normal(String text) {
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        var stripped = text.strip();
        if (!FORM.matcher(stripped).matches()) {
            return Optional.empty();
        }
        var digits = SEPARATOR.matcher(stripped).replaceAll("");
        return Optional.of(COLONS.formatHex(HexFormat.of().parseHex(digits)));
    }
}
