package io.penstock.platform.map;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.value.FieldPath;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.map.SourceModelView.StreamView;
import io.penstock.source.SourceDescriptor;
import io.penstock.source.StreamSpec;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The vendors' source models and the one target model (S-028 to S-030). */
@Component
public class DataModels {

    private final List<SourceModelView> sources;

    DataModels(Catalogue catalogue) {
        this.sources = catalogue.connectors().stream().map(DataModels::read).toList();
    }

    public List<SourceModelView> sources() {
        return sources;
    }

    /**
     * @throws FaultException NOT_FOUND
     */
    public SourceModelView named(String name) {
        return sources.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "MODEL_UNKNOWN",
                                "There is no data model '" + name + "'.",
                                "GET /api/v1/models lists the known ones."));
    }

    SourceModelView source(String connector) {
        return sources.stream()
                .filter(model -> model.connector().equals(connector))
                .findFirst()
                .orElseThrow();
    }

    /** The attributes every map fills, in the model's order. */
    public List<AttributeView> target(TargetAttribute.Part part) {
        return Arrays.stream(TargetAttribute.values())
                .filter(attribute -> attribute.part() == part)
                .map(DataModels::view)
                .toList();
    }

    private static AttributeView view(TargetAttribute attribute) {
        return new AttributeView(
                attribute.key(),
                attribute.key(),
                attribute.type().name().toLowerCase(Locale.ROOT),
                attribute.required(),
                attribute.many(),
                "",
                "");
    }

    private static SourceModelView read(SourceDescriptor connector) {
        var tree = JsonMapper.shared().readTree(connector.dataModels().getFirst());
        return new SourceModelView(
                tree.path("name").asString(),
                tree.path("label").asString(),
                connector.key(),
                tree.path("version").asInt(1),
                connector.streams().stream().map(spec -> stream(spec, tree)).toList());
    }

    private static StreamView stream(StreamSpec spec, JsonNode model) {
        var name = spec.name().text();
        var attributes =
                model.path("streams")
                        .valueStream()
                        .filter(stream -> stream.path("stream").asString("").equals(name))
                        .flatMap(stream -> stream.path("attributes").valueStream())
                        .map(DataModels::attribute)
                        .toList();
        return new StreamView(name, spec.kind(), attributes);
    }

    private static AttributeView attribute(JsonNode node) {
        var path = FieldPath.parse(node.path("path").asString());
        var description = node.path("description").asString("");
        return new AttributeView(
                path.toString(),
                node.path("label").asString(),
                node.path("type").asString().toLowerCase(Locale.ROOT),
                node.path("required").asBoolean(false),
                path.yieldsList(),
                description,
                node.path("example").asString(""));
    }
}
