package io.penstock.core.transform;

import static io.penstock.core.transform.Making.example;

import io.penstock.core.schema.DataType;
import io.penstock.core.transform.MapFunction.Help;
import io.penstock.core.transform.MapFunction.Over;
import io.penstock.core.transform.MapFunction.Signature;

import java.util.List;
import java.util.Optional;

/** Functions on CVSS vectors, which alone tell the version of a score (B-09). */
final class CvssFunctions {

    private static final String V2 = "AV:N/AC:M/Au:N/C:N/I:N/A:P";
    private static final String V3 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H";
    private static final String V4 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H";

    private CvssFunctions() {}

    static List<MapFunction> all() {
        return List.of(
                new MapFunction(
                        "cvssVersion",
                        new Signature(Over.EACH, DataType.STRING, DataType.DECIMAL, List.of()),
                        new Help(
                                "Gives the version of a CVSS vector: 2.0, 3.0, 3.1 or 4.0.",
                                Making.PASSED_ON,
                                example(List.of(V2, V3, V4), "2.0", "3.1", "4.0")),
                        (_, _) ->
                                Making.orWarn(
                                        "cvssVersion", "a CVSS vector", CvssFunctions::version)),
                only("cvssV2Only", '2', V2),
                only("cvssV3Only", '3', V3),
                only("cvssV4Only", '4', V4));
    }

    private static MapFunction only(String name, char major, String vector) {
        return new MapFunction(
                name,
                new Signature(Over.PATHS, DataType.STRING, DataType.DECIMAL, List.of()),
                new Help(
                        "Of two paths, a score and a vector: the score, if the vector is of CVSS "
                                + major
                                + ".",
                        "A score without a vector, or with one of another version, is left out.",
                        example(List.of("7.5", vector), "7.5")),
                (_, _) -> (in, _) -> scoreIf(in, major));
    }

    private static List<String> scoreIf(List<String> in, char major) {
        if (in.size() != 2 || in.getFirst().isBlank() || major(in.getLast()) != major) {
            return List.of();
        }
        return List.of(in.getFirst());
    }

    /** Without making a text of it: this runs thrice for every finding. */
    private static char major(String vector) {
        if (vector.startsWith("CVSS:") && vector.length() > 5) {
            return vector.charAt(5);
        }
        return vector.startsWith("AV:") || vector.startsWith("(AV:") ? '2' : '?';
    }

    private static Optional<String> version(String vector) {
        var text = vector.strip();
        if (major(text) == '2') {
            return Optional.of("2.0");
        }
        return List.of("3.0", "3.1", "4.0").stream()
                .filter(v -> text.startsWith("CVSS:" + v + "/"))
                .findFirst();
    }
}
