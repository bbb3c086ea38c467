package io.penstock.core.transform;

import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.transform.Conversion.Unfit;
import io.penstock.core.value.Shown;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Makes of a text what a target attribute keeps. The one place that knows a legal value. */
public final class TargetFit {

    /** Most bytes of a short text: an index of the database takes 2,704 at most. */
    private static final int BYTES_MAX = 2_048;

    private static final int SHORT_TEXT_MAX = 1_024;

    private TargetFit() {}

    /** Why a text is no value of the attribute; nothing when it is one. */
    public static Optional<String> fault(TargetAttribute target, String text) {
        try {
            of(target, text);
            return Optional.empty();
        } catch (Unfit e) {
            return Optional.of(e.sentence());
        }
    }

    /** The text as the attribute would keep it; nothing when it is no value of it. */
    public static Optional<String> text(TargetAttribute target, String text) {
        try {
            return Optional.of(of(target, text).toString());
        } catch (Unfit e) {
            return Optional.empty();
        }
    }

    static Object of(TargetAttribute target, String text) throws Unfit {
        return switch (target.type()) {
            case STRING -> word(target, text);
            case INTEGER -> whole(target, Conversion.whole(text));
            case DECIMAL -> score(target, Conversion.decimal(text));
            case BOOLEAN, DATE, IP, MAC -> Conversion.convert(text, target.type());
        };
    }

    private static String word(TargetAttribute target, String text) throws Unfit {
        var words = target.shape().words();
        if (!words.isEmpty() && !words.contains(text)) {
            throw new Unfit(
                    "value '%s' is none of %s".formatted(Shown.of(text), String.join(", ", words)));
        }
        var fitting = text.length() > target.lengthMax() ? cut(target, text) : text;
        return target.lengthMax() <= SHORT_TEXT_MAX && 3 * fitting.length() > BYTES_MAX
                ? inBytes(target, fitting)
                : fitting;
    }

    /** A key must not be cut, or two of them could become one; prose may be. */
    private static String cut(TargetAttribute target, String text) throws Unfit {
        if (target.required()) {
            throw new Unfit(
                    "value has %d characters, at most %d"
                            .formatted(text.length(), target.lengthMax()));
        }
        return Shown.cut(text, target.lengthMax());
    }

    private static String inBytes(TargetAttribute target, String text) throws Unfit {
        var bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes <= BYTES_MAX) {
            return text;
        }
        if (target.required()) {
            throw new Unfit("value has %d bytes, at most %d".formatted(bytes, BYTES_MAX));
        }
        // No character has more than three bytes a place, so this many places always fit.
        return Shown.cut(text, BYTES_MAX / 3);
    }

    private static Integer whole(TargetAttribute target, Integer value) throws Unfit {
        var shape = target.shape();
        if (value < shape.least() || value > shape.most()) {
            throw new Unfit(
                    "number %d is not within %d to %d"
                            .formatted(value, shape.least(), shape.most()));
        }
        return value;
    }

    private static BigDecimal score(TargetAttribute target, BigDecimal value) throws Unfit {
        var shape = target.shape();
        if (value.compareTo(BigDecimal.valueOf(shape.least())) < 0
                || value.compareTo(BigDecimal.valueOf(shape.most())) > 0) {
            throw new Unfit(
                    "number %s is not within %d to %d"
                            .formatted(value.toPlainString(), shape.least(), shape.most()));
        }
        return value;
    }
}
