package io.penstock.core.transform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The functions a row can name, as data and never as code (etm 5.3). Each takes the values found
 * and gives the values that go on; none of them can fail or wait.
 */
public enum MapFunction {
    /** Cuts white space off both ends and drops values that are empty then. */
    TRIM("trim") {
        @Override
        List<String> apply(List<String> in) {
            if (in.size() == 1) {
                var only = in.getFirst().strip();
                return only.isEmpty() ? List.of() : List.of(only);
            }
            return in.stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
        }
    },
    UPPER("upper") {
        @Override
        List<String> apply(List<String> in) {
            return in.stream().map(v -> v.toUpperCase(Locale.ROOT)).toList();
        }
    },
    LOWER("lower") {
        @Override
        List<String> apply(List<String> in) {
            return in.stream().map(v -> v.toLowerCase(Locale.ROOT)).toList();
        }
    },
    FIRST("first") {
        @Override
        List<String> apply(List<String> in) {
            return in.isEmpty() ? in : List.of(in.getFirst());
        }
    },
    /** The first IPv4 that is neither loopback nor link-local, else the first such IPv6 (B-04). */
    FIRST_USABLE_IP("firstUsableIp") {
        @Override
        List<String> apply(List<String> in) {
            var usable = in.stream().map(String::strip).filter(MapFunction::usable).toList();
            return usable.stream()
                    .filter(v -> v.indexOf(':') < 0)
                    .findFirst()
                    .or(() -> usable.stream().findFirst())
                    .map(List::of)
                    .orElse(List.of());
        }
    },
    DISTINCT("distinct") {
        @Override
        List<String> apply(List<String> in) {
            return in.size() < 2 ? in : new ArrayList<>(new LinkedHashSet<>(in));
        }
    },
    JOIN_COMMA("joinComma") {
        @Override
        List<String> apply(List<String> in) {
            return in.size() < 2 ? in : List.of(String.join(", ", in));
        }
    },
    JOIN_LINES("joinLines") {
        @Override
        List<String> apply(List<String> in) {
            return in.size() < 2 ? in : List.of(String.join("\n", in));
        }
    },
    /** Of [score, vector]: the score when the vector is CVSS 2, which has no prefix (B-09). */
    CVSS_V2_ONLY("cvssV2Only") {
        @Override
        List<String> apply(List<String> in) {
            return scoreIf(in, !in.isEmpty() && !in.getLast().startsWith("CVSS:"));
        }
    },
    CVSS_V3_ONLY("cvssV3Only") {
        @Override
        List<String> apply(List<String> in) {
            return scoreIf(in, !in.isEmpty() && in.getLast().startsWith("CVSS:3"));
        }
    },
    CVSS_V4_ONLY("cvssV4Only") {
        @Override
        List<String> apply(List<String> in) {
            return scoreIf(in, !in.isEmpty() && in.getLast().startsWith("CVSS:4"));
        }
    };

    private final String label;

    MapFunction(String label) {
        this.label = label;
    }

    /** The name used in maps. */
    public String label() {
        return label;
    }

    /** True when the row's paths are arguments side by side instead of alternatives. */
    public boolean takesAllPaths() {
        return this == CVSS_V2_ONLY || this == CVSS_V3_ONLY || this == CVSS_V4_ONLY;
    }

    public static Optional<MapFunction> find(String label) {
        for (var function : values()) {
            if (function.label.equals(label)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    abstract List<String> apply(List<String> in);

    private static List<String> scoreIf(List<String> in, boolean fits) {
        return fits && in.size() == 2 ? List.of(in.getFirst()) : List.of();
    }

    private static boolean usable(String text) {
        return IpAddress.parse(text)
                .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress())
                .filter(a -> !a.isAnyLocalAddress() && !a.isMulticastAddress())
                .isPresent();
    }
}
