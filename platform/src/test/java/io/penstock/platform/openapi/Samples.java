package io.penstock.platform.openapi;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Names such as {@code $connection} in examples. The description shows something that is always the
 * same in their place: what {@code samples} of {@code calls.yaml} says, else a UUID.
 */
record Samples(Map<String, Object> said) {

    static Samples of(Words calls) {
        return new Samples(calls.map("samples"));
    }

    Object shown(Object example) {
        return replaced(example, text -> text.startsWith("$") ? shownFor(text.substring(1)) : text);
    }

    String shownFor(String name) {
        var uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return said.getOrDefault(name, uuid).toString();
    }

    /** The same with other texts. */
    static Object replaced(Object example, UnaryOperator<String> texts) {
        return switch (example) {
            case String text -> texts.apply(text);
            case List<?> list -> list.stream().map(element -> replaced(element, texts)).toList();
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> copy.put(key.toString(), replaced(value, texts)));
                yield copy;
            }
            default -> example;
        };
    }
}
