package io.penstock.core.identity;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers identifiers while a host's raw values are gone through. */
final class Collected {

    /** A router has hundreds of addresses; what it is known by is among the first. */
    static final int VALUES_MAX = 64;

    private static final int IGNORED_MAX = 100;
    private static final int RAW_LENGTH_MAX = 512;

    private static final Comparator<IgnoredValue> ORDER =
            Comparator.comparing(IgnoredValue::identifier)
                    .thenComparing(IgnoredValue::value)
                    .thenComparing(IgnoredValue::reason);

    private final Map<HostAttribute, List<String>> raw;
    private final EnumMap<Identifier, SortedSet<String>> kept = new EnumMap<>(Identifier.class);
    private final SortedSet<IgnoredValue> ignored = new TreeSet<>(ORDER);

    Collected(Map<HostAttribute, List<String>> raw) {
        this.raw = raw;
    }

    /** The texts of an attribute, stripped, without empty ones and such as nobody means. */
    List<String> raw(HostAttribute attribute) {
        return raw.getOrDefault(attribute, List.of()).stream()
                .filter(v -> v.length() <= RAW_LENGTH_MAX)
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .toList();
    }

    void keep(Identifier identifier, String value) {
        kept.computeIfAbsent(identifier, _ -> new TreeSet<>()).add(value);
    }

    void ignore(Identifier identifier, String value, String reason) {
        ignored.add(new IgnoredValue(identifier, value, reason));
    }

    boolean has(Identifier identifier) {
        return kept.containsKey(identifier);
    }

    Identifiers identifiers() {
        var values = new TreeMap<Identifier, List<String>>();
        kept.forEach((identifier, all) -> {
            values.put(identifier, all.stream().limit(VALUES_MAX).toList());
            all.stream().skip(VALUES_MAX).forEach(v -> ignore(identifier, v, tooMany(identifier)));
        });
        return new Identifiers(values, ignored.stream().limit(IGNORED_MAX).toList());
    }

    private static String tooMany(Identifier identifier) {
        return "of one host only the first " + VALUES_MAX + " count as " + identifier.label();
    }
}
