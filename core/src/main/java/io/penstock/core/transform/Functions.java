package io.penstock.core.transform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All functions there are, in the order they are documented. */
public final class Functions {

    private static final Map<String, MapFunction> ALL = new LinkedHashMap<>();

    static {
        Stream.of(
                        TextFunctions.all(),
                        ListFunctions.all(),
                        NumberFunctions.all(),
                        DateFunctions.all(),
                        AddressFunctions.all(),
                        CvssFunctions.all())
                .flatMap(List::stream)
                .forEach(f -> ALL.put(f.name(), f));
    }

    private Functions() {}

    public static List<MapFunction> all() {
        return List.copyOf(ALL.values());
    }

    public static Optional<MapFunction> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }
}
