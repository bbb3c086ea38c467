package io.penstock.core.transform;

import static io.penstock.core.transform.Making.PASSED_ON;
import static io.penstock.core.transform.Making.example;

import io.penstock.core.schema.DataType;
import io.penstock.core.transform.MapFunction.Help;
import io.penstock.core.transform.MapFunction.Over;
import io.penstock.core.transform.MapFunction.Signature;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions on numbers. */
final class NumberFunctions {

    private static final int DIGITS_MAX = 10;

    private NumberFunctions() {}

    static List<MapFunction> all() {
        return List.of(
                new MapFunction(
                        "toInt",
                        signature(DataType.INTEGER, List.of()),
                        new Help(
                                "Writes a number as a whole one, if it is one.",
                                PASSED_ON,
                                example(List.of("7.0", "+3"), "7", "3")),
                        (_, _) -> Making.orWarn("toInt", "a whole number", NumberFunctions::whole)),
                new MapFunction(
                        "toDecimal",
                        signature(DataType.DECIMAL, List.of()),
                        new Help(
                                "Writes a number without an exponent.",
                                PASSED_ON,
                                example(List.of("1.2e1", "07.5"), "12", "7.5")),
                        (_, _) ->
                                Making.orWarn(
                                        "toDecimal",
                                        "a number",
                                        v -> Numbers.parse(v).map(BigDecimal::toPlainString))),
                round());
    }

    private static MapFunction round() {
        return new MapFunction(
                "round",
                signature(
                        DataType.DECIMAL,
                        List.of(
                                Argument.whole("digits", "digits after the point", 0, DIGITS_MAX)
                                        .or("0"))),
                new Help(
                        "Rounds a number, halves away from zero.",
                        PASSED_ON,
                        new MapFunction.Example(
                                Map.of("digits", "1"),
                                List.of("7.25", "-0.04"),
                                List.of("7.3", "0.0"))),
                (given, _) -> {
                    var digits = given.whole("digits");
                    return Making.orWarn("round", "a number", v -> rounded(v, digits));
                });
    }

    private static Signature signature(DataType gives, List<Argument> arguments) {
        return new Signature(Over.EACH, DataType.DECIMAL, gives, arguments);
    }

    private static Optional<String> whole(String text) {
        return Numbers.parse(text)
                .filter(n -> n.stripTrailingZeros().scale() <= 0)
                .map(n -> n.toBigInteger().toString());
    }

    private static Optional<String> rounded(String text, int digits) {
        return Numbers.parse(text)
                .map(n -> n.setScale(digits, RoundingMode.HALF_UP).toPlainString());
    }
}
