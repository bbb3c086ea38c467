package io.penstock.platform.openapi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What types are called in the description: their own name, with that of the type around them when
 * two have the same, unless {@code words.yaml} says otherwise.
 */
final class TypeNames {

    private TypeNames() {}

    static Map<Class<?>, String> of(Collection<Class<?>> types, Words words) {
        var said = new LinkedHashMap<Class<?>, String>();
        types.forEach(type -> said.put(type, words.text("names", key(type))));
        var counts =
                types.stream()
                        .filter(type -> String.valueOf(said.get(type)).isEmpty())
                        .collect(Collectors.groupingBy(TypeNames::own, Collectors.counting()));
        said.replaceAll((type, name) -> name.isEmpty() ? name(type, counts) : name);
        requireDifferent(said);
        return said;
    }

    private static void requireDifferent(Map<Class<?>, String> names) {
        names.values().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .forEach((name, count) -> {
                    if (count > 1) {
                        throw new IllegalStateException(
                                "Two types would be called "
                                        + name
                                        + "; name one of them under 'names' in words.yaml.");
                    }
                });
    }

    private static String name(Class<?> type, Map<String, Long> counts) {
        var around = type.getDeclaringClass();
        return around == null || counts.getOrDefault(own(type), 0L) == 1
                ? own(type)
                : around.getSimpleName().replaceAll("(Controller|Json)$", "") + own(type);
    }

    private static String own(Class<?> type) {
        return type.getSimpleName().replaceAll("Json$", "");
    }

    /** Such as {@code FindingsController.FindingJson}. */
    static String key(Class<?> type) {
        var around = type.getDeclaringClass();
        return around == null ? type.getSimpleName() : key(around) + "." + type.getSimpleName();
    }
}
