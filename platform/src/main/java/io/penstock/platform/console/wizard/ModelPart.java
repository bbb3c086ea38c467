package io.penstock.platform.console.wizard;

import io.penstock.core.schema.SourceModel;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.source.SourceDescriptor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One part of a data model as its View lists it (S-029, S-030).
 *
 * @param label of a source model the stream's; of the target model {@code Asset} or {@code Finding}
 */
public record ModelPart(String label, List<Row> rows) {

    /** An attribute. */
    public record Row(
            String key, String label, String type, boolean required, String description) {}

    static List<ModelPart> of(SourceModel model, SourceDescriptor connector) {
        return model.streams().stream()
                .map(stream ->
                        new ModelPart(
                                label(connector, stream.name().text()),
                                stream.attributes().stream()
                                        .map(attribute ->
                                                new Row(
                                                        attribute.path().toString(),
                                                        attribute.label(),
                                                        word(attribute.type()),
                                                        attribute.required(),
                                                        attribute.description()))
                                        .toList()))
                .toList();
    }

    static List<ModelPart> target() {
        return Arrays.stream(TargetAttribute.Part.values())
                .map(part ->
                        new ModelPart(
                                part == TargetAttribute.Part.ASSET ? "Asset" : "Finding",
                                Arrays.stream(TargetAttribute.values())
                                        .filter(attribute -> attribute.part() == part)
                                        .map(ModelPart::row)
                                        .toList()))
                .toList();
    }

    private static Row row(TargetAttribute attribute) {
        return new Row(
                attribute.key(),
                attribute.label(),
                word(attribute.type()),
                attribute.required(),
                attribute.description());
    }

    private static String label(SourceDescriptor connector, String stream) {
        return connector.streams().stream()
                .filter(one -> one.name().text().equals(stream))
                .map(one -> one.label())
                .findFirst()
                .orElse(stream);
    }

    private static String word(Enum<?> type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
