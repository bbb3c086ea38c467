package io.penstock.wire.env;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Sizes as people and the JVM write them: bytes, or with K, M or G. */
public final class SizeText {

    public static final long MEGA = 1024L * 1024;

    /** The least heap that may be asked for: with less a JVM dies before it can say why. */
    public static final long HEAP_LEAST = 32 * MEGA;

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})([kmg]?)b?");
    private static final long KILO = 1024;

    private SizeText() {}

    /** Bytes; empty for a text that is no size. */
    public static OptionalLong bytes(String text) {
        var match = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return OptionalLong.empty();
        }
        var unit =
                switch (match.group(2)) {
                    case "k" -> KILO;
                    case "m" -> MEGA;
                    case "g" -> KILO * MEGA;
                    default -> 1;
                };
        return OptionalLong.of(Long.parseLong(match.group(1)) * unit);
    }
}
