package io.penstock.platform.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.json.JsonMapper;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One property of an object in JSON.
 *
 * @param raw whether the text stands in the answer as JSON of its own
 * @param always whether an answer holds it even when it is null
 */
record Property(String name, AnnotatedType type, boolean raw, boolean always) {

    boolean nullable() {
        return always && type.isAnnotationPresent(Nullable.class);
    }

    /** What a request may hold: the components of its record. */
    static List<Property> read(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalStateException(type + " is read from a request; make it a record.");
        }
        return Arrays.stream(type.getRecordComponents())
                .map(part -> new Property(part.getName(), part.getAnnotatedType(), false, true))
                .toList();
    }

    /** What an answer holds, as the platform's own Jackson sees it, in the record's order. */
    static List<Property> written(Class<?> type, JsonMapper json) {
        var order =
                type.isRecord()
                        ? Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList()
                        : List.<String>of();
        return properties(type, json).stream()
                .map(Property::of)
                .sorted(
                        Comparator.comparingInt((Property property) ->
                                        order.contains(property.name())
                                                ? order.indexOf(property.name())
                                                : order.size())
                                .thenComparing(Property::name))
                .toList();
    }

    private static List<BeanPropertyDefinition> properties(Class<?> type, JsonMapper json) {
        var config = json.serializationConfig();
        var introspector = config.classIntrospectorInstance().forOperation(config);
        var java = json.constructType(type);
        return introspector
                .introspectForSerialization(java, introspector.introspectClassAnnotations(java))
                .findProperties();
    }

    private static Property of(BeanPropertyDefinition property) {
        var member = property.getAccessor();
        var include = property.findInclusion().getValueInclusion();
        return new Property(
                property.getName(),
                property.hasGetter()
                        ? property.getGetter().getAnnotated().getAnnotatedReturnType()
                        : property.getField().getAnnotated().getAnnotatedType(),
                member.hasAnnotation(JsonRawValue.class),
                include == JsonInclude.Include.ALWAYS
                        || include == JsonInclude.Include.USE_DEFAULTS);
    }
}
