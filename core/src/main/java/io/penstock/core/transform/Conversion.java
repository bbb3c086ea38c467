package io.penstock.core.transform;

import io.penstock.core.schema.DataType;
import io.penstock.core.value.IpAddress;
import io.penstock.core.value.MacText;
import io.penstock.core.value.Shown;
import io.penstock.core.value.VendorTime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** Turns a source text into a typed value; an unfit text is an {@code Unfit} sentence. */
final class Conversion {

    /** 0.0 to 10.0: the scores that nearly every finding has several of. */
    private static final BigDecimal[] SCORES = new BigDecimal[101];

    static {
        Arrays.setAll(SCORES, tenths -> BigDecimal.valueOf(tenths, 1));
    }

    /** So many digits are an int, whatever they are. */
    private static final int PLAIN_DIGITS_MAX = 9;

    private static final int FLAG_LENGTH_MAX = 40;

    /** A value that is not of the row's type. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        private final String sentence;

        Unfit(String sentence) {
            super(sentence, null, false, false);
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    private Conversion() {}

    static Object convert(String text, DataType type) throws Unfit {
        return switch (type) {
            case STRING -> text;
            case INTEGER -> whole(text);
            case DECIMAL -> decimal(text);
            case BOOLEAN -> flag(text);
            case DATE -> instant(text);
            case IP -> ip(text);
            case MAC -> mac(text);
        };
    }

    static Integer whole(String text) throws Unfit {
        if (digits(text, 0, text.length())) {
            return Integer.parseInt(text);
        }
        try {
            return number(text).intValueExact();
        } catch (ArithmeticException e) {
            throw unfit(text, "a whole number");
        }
    }

    static BigDecimal decimal(String text) throws Unfit {
        var point = text.length() - 2;
        if (point > 0 && text.charAt(point) == '.' && digits(text, 0, point)) {
            var last = text.charAt(point + 1);
            if (last >= '0' && last <= '9') {
                var tenths = 10L * Integer.parseInt(text, 0, point, 10) + last - '0';
                return tenths < SCORES.length
                        ? SCORES[(int) tenths]
                        : BigDecimal.valueOf(tenths, 1);
            }
        }
        return number(text).setScale(1, RoundingMode.HALF_UP);
    }

    /** Whether it is a short run of digits, as nearly every number is: those need no parser. */
    private static boolean digits(String text, int from, int to) {
        if (from == to || to - from > PLAIN_DIGITS_MAX) {
            return false;
        }
        for (var i = from; i < to; i++) {
            var c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal number(String text) throws Unfit {
        return Numbers.parse(text)
                .orElseThrow(
                        () -> unfit(text, "a number of at most " + Numbers.DIGITS_MAX + " digits"));
    }

    private static Boolean flag(String text) throws Unfit {
        return switch (text.length() > FLAG_LENGTH_MAX
                ? ""
                : text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> Boolean.TRUE;
            case "false", "no" -> Boolean.FALSE;
            default -> throw unfit(text, "true or false");
        };
    }

    private static Instant instant(String text) throws Unfit {
        return VendorTime.parse(text.strip())
                .orElseThrow(() -> unfit(text, "an RFC 3339 date with zone"));
    }

    private static String ip(String text) throws Unfit {
        var trimmed = text.strip();
        return IpAddress.parse(trimmed)
                .map(a -> trimmed.indexOf(':') < 0 ? trimmed : a.getHostAddress())
                .orElseThrow(() -> unfit(text, "an IP address"));
    }

    private static String mac(String text) throws Unfit {
        return MacText.normal(text).orElseThrow(() -> unfit(text, "a MAC address"));
    }

    private static Unfit unfit(String text, String wanted) {
        return new Unfit("value '" + Shown.of(text) + "' is not " + wanted);
    }
}
