package io.penstock.platform.openapi;

import tools.jackson.databind.json.JsonMapper;

import java.lang.reflect.AnnotatedType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Schemas of the records and enums that requests and answers hold. */
final class Schemas {

    private static final String SECTION = "schemas";

    private final JsonMapper json;
    private final Sources sources;
    private final Words words;
    private final Set<Class<?>> read = new LinkedHashSet<>();
    private final Set<Class<?>> written = new LinkedHashSet<>();
    private Map<Class<?>, String> names = Map.of();

    Schemas(JsonMapper json, Sources sources, Words words) {
        this.json = json;
        this.sources = sources;
        this.words = words;
    }

    /** Says that a request holds this type; all are named before the first is described. */
    void reads(AnnotatedType type) {
        JsonTypes.parts(type).forEach(part -> reach(part, true));
    }

    void writes(AnnotatedType type) {
        JsonTypes.parts(type).forEach(this::writes);
    }

    void writes(Class<?> type) {
        reach(type, false);
    }

    private void reach(Class<?> type, boolean request) {
        if ((request ? read : written).add(type) && !type.isEnum()) {
            properties(type, request)
                    .forEach(property ->
                            JsonTypes.parts(property.type()).forEach(part -> reach(part, request)));
        }
    }

    private List<Property> properties(Class<?> type, boolean request) {
        return request ? Property.read(type) : Property.written(type, json);
    }

    void name() {
        var all = new LinkedHashSet<>(read);
        all.addAll(written);
        names = TypeNames.of(all, words);
    }

    Map<String, Object> of(AnnotatedType type) {
        return JsonTypes.schema(type, this::reference);
    }

    Map<String, Object> reference(Class<?> type) {
        var name = names.get(type);
        if (name == null) {
            throw new IllegalStateException(type + " was not said to be part of the API.");
        }
        return new LinkedHashMap<>(Map.of("$ref", "#/components/schemas/" + name));
    }

    /** All of them by name. */
    Map<String, Object> components() {
        var components = new TreeMap<String, Object>();
        names.forEach((type, name) -> components.put(name, component(type, name)));
        return components;
    }

    private Map<String, Object> component(Class<?> type, String name) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", type.isEnum() ? "string" : "object");
        var said = words.text(SECTION, name, "description");
        var text = said.isEmpty() ? sources.of(type).text() : said;
        if (!text.isEmpty()) {
            schema.put("description", text);
        }
        if (type.isEnum()) {
            schema.put("enum", JsonTypes.words(type, word -> json.valueToTree(word).asString()));
        } else {
            describe(type, name, schema);
        }
        return schema;
    }

    private void describe(Class<?> type, String name, Map<String, Object> schema) {
        var request = read.contains(type);
        var properties = properties(type, !written.contains(type));
        var required = new ArrayList<>(required(name, properties, request));
        var described = new LinkedHashMap<String, Object>();
        for (var property : properties) {
            var comment = sources.of(type).parameter(property.name());
            described.put(
                    property.name(),
                    describe(
                            property,
                            name,
                            comment,
                            request && required.contains(property.name())));
        }
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("properties", described);
    }

    private Collection<String> required(String name, List<Property> properties, boolean request) {
        var said = words.list(SECTION, name, "required");
        if (!said.isEmpty()) {
            return said.stream().map(Object::toString).toList();
        }
        return properties.stream()
                .filter(property -> property.always() && !(request && property.nullable()))
                .map(Property::name)
                .toList();
    }

    private Map<String, Object> describe(
            Property property, String name, String comment, boolean present) {
        Map<String, Object> schema = property.raw() ? new LinkedHashMap<>() : of(property.type());
        if (present || !property.always()) {
            schema = JsonTypes.present(schema);
        }
        if (!comment.isEmpty()) {
            schema.put("description", comment);
        }
        schema.putAll(words.map(SECTION, name, "properties", property.name()));
        return schema;
    }
}
