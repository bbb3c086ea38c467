package io.penstock.platform.api;

import io.penstock.core.schema.SourceAttribute;
import io.penstock.core.schema.SourceModel;
import io.penstock.core.schema.SourceStream;
import io.penstock.core.schema.TargetAttribute;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A data model as the API shows it, source and target alike. */
record ModelJson(String name, String label, List<PartJson> parts) {

    /**
     * @param name of a source model the stream; of the target model {@code asset} or {@code
     *     finding}
     * @param describes {@code asset} or {@code finding}
     */
    record PartJson(String name, String describes, List<AttributeJson> attributes) {}

    /**
     * @param key the path in a source model, the target key in the target model
     * @param many true when it holds a list
     * @param lengthMax most characters of a text, or 0
     * @param words the only values allowed; empty when any is
     */
    record AttributeJson(
            String key,
            String label,
            String type,
            boolean required,
            boolean many,
            int lengthMax,
            List<String> words,
            String description,
            String example) {}

    static ModelJson of(SourceModel model) {
        return new ModelJson(
                model.name(),
                model.label(),
                model.streams().stream().map(ModelJson::part).toList());
    }

    static ModelJson target() {
        return new ModelJson(
                TargetAttribute.MODEL,
                "Risk inventory",
                Arrays.stream(TargetAttribute.Part.values()).map(ModelJson::part).toList());
    }

    private static PartJson part(SourceStream stream) {
        return new PartJson(
                stream.name().text(),
                lower(stream.part()),
                stream.attributes().stream().map(ModelJson::attribute).toList());
    }

    private static PartJson part(TargetAttribute.Part part) {
        return new PartJson(
                lower(part),
                lower(part),
                Arrays.stream(TargetAttribute.values())
                        .filter(attribute -> attribute.part() == part)
                        .map(ModelJson::attribute)
                        .toList());
    }

    private static AttributeJson attribute(SourceAttribute attribute) {
        return new AttributeJson(
                attribute.path().toString(),
                attribute.label(),
                lower(attribute.type()),
                attribute.required(),
                attribute.many(),
                0,
                List.of(),
                attribute.description(),
                attribute.example());
    }

    private static AttributeJson attribute(TargetAttribute attribute) {
        return new AttributeJson(
                attribute.key(),
                attribute.label(),
                lower(attribute.type()),
                attribute.required(),
                attribute.many(),
                attribute.lengthMax(),
                attribute.shape().words(),
                attribute.description(),
                attribute.example());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
