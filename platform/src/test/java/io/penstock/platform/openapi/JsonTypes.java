package io.penstock.platform.openapi;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Java types as JSON schemas; what has parts of its own becomes a reference. */
final class JsonTypes {

    private static final Map<String, Object> ANY = Map.of();

    private static final Map<Class<?>, Map<String, Object>> SIMPLE =
            Map.ofEntries(
                    Map.entry(String.class, Map.of("type", "string")),
                    Map.entry(UUID.class, formatted("string", "uuid")),
                    Map.entry(Instant.class, formatted("string", "date-time")),
                    Map.entry(LocalDate.class, formatted("string", "date")),
                    Map.entry(Duration.class, formatted("string", "duration")),
                    Map.entry(URI.class, formatted("string", "uri")),
                    Map.entry(boolean.class, Map.of("type", "boolean")),
                    Map.entry(Boolean.class, Map.of("type", "boolean")),
                    Map.entry(int.class, formatted("integer", "int32")),
                    Map.entry(Integer.class, formatted("integer", "int32")),
                    Map.entry(long.class, formatted("integer", "int64")),
                    Map.entry(Long.class, formatted("integer", "int64")),
                    Map.entry(double.class, formatted("number", "double")),
                    Map.entry(Double.class, formatted("number", "double")),
                    Map.entry(BigDecimal.class, Map.of("type", "number")),
                    Map.entry(JsonNode.class, ANY),
                    Map.entry(Object.class, ANY));

    private JsonTypes() {}

    private static Map<String, Object> formatted(String type, String format) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", type);
        schema.put("format", format);
        return schema;
    }

    /**
     * @param reference of a type that has a schema of its own
     */
    static Map<String, Object> schema(
            AnnotatedType type, Function<Class<?>, Map<String, Object>> reference) {
        var plain = plain(type, reference);
        return type.isAnnotationPresent(Nullable.class) ? nullable(plain) : plain;
    }

    private static Map<String, Object> plain(
            AnnotatedType annotated, Function<Class<?>, Map<String, Object>> reference) {
        var raw = raw(annotated);
        var simple = SIMPLE.get(raw);
        if (simple != null) {
            return new LinkedHashMap<>(simple);
        }
        if (annotated instanceof AnnotatedParameterizedType generic) {
            return container(raw, generic.getAnnotatedActualTypeArguments(), reference);
        }
        return reference.apply(raw);
    }

    private static Map<String, Object> container(
            Class<?> raw,
            AnnotatedType[] arguments,
            Function<Class<?>, Map<String, Object>> reference) {
        var schema = new LinkedHashMap<String, Object>();
        if (Collection.class.isAssignableFrom(raw)) {
            schema.put("type", "array");
            if (Set.class.isAssignableFrom(raw)) {
                schema.put("uniqueItems", true);
            }
            schema.put("items", schema(arguments[0], reference));
        } else if (Map.class.isAssignableFrom(raw)) {
            schema.put("type", "object");
            schema.put("additionalProperties", schema(arguments[1], reference));
        } else {
            throw new IllegalStateException(
                    raw + " is generic; answer with a record that says what its parts are.");
        }
        return schema;
    }

    static Map<String, Object> nullable(Map<String, Object> schema) {
        var wider = new LinkedHashMap<>(schema);
        if (schema.get("type") instanceof String type) {
            wider.put("type", List.of(type, "null"));
            return wider;
        }
        return schema.isEmpty()
                ? schema
                : new LinkedHashMap<>(Map.of("anyOf", List.of(schema, Map.of("type", "null"))));
    }

    /** The other way: for what a request must hold though its record takes null. */
    static Map<String, Object> present(Map<String, Object> schema) {
        var narrow = new LinkedHashMap<>(schema);
        if (schema.get("type") instanceof List<?> types) {
            narrow.put("type", types.getFirst());
        }
        return schema.get("anyOf") instanceof List<?> choice
                ? new LinkedHashMap<>(Words.asMap(choice.getFirst()))
                : narrow;
    }

    static Class<?> raw(AnnotatedType annotated) {
        return switch (annotated.getType()) {
            case Class<?> type -> type;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default ->
                    throw new IllegalStateException(
                            annotated.getType() + " cannot be described; name a plain type.");
        };
    }

    /** The types with a schema of their own that this one leads to at once. */
    static List<Class<?>> parts(AnnotatedType type) {
        var found = new ArrayList<Class<?>>();
        schema(
                type,
                part -> {
                    found.add(part);
                    return ANY;
                });
        return found;
    }

    static List<Object> words(Class<?> type, Function<Object, String> written) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> (Object) written.apply(constant))
                .toList();
    }
}
