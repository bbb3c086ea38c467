package io.penstock.platform.transform;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.StreamKind;
import io.penstock.core.run.StreamName;
import io.penstock.core.schema.DataType;
import io.penstock.core.schema.SourceAttribute;
import io.penstock.core.schema.SourceModel;
import io.penstock.core.schema.SourceStream;
import io.penstock.core.value.FieldPath;
import io.penstock.source.SourceDescriptor;
import io.penstock.source.StreamSpec;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the data models a vendor package brings as JSON (S-028). */
public final class ModelJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ModelJson() {}

    /**
     * The connector's models, in its order.
     *
     * @throws FaultException CONFIGURATION when the package's text is not a model
     */
    public static List<SourceModel> of(SourceDescriptor connector) {
        var kinds =
                connector.streams().stream()
                        .collect(Collectors.toMap(StreamSpec::name, StreamSpec::kind));
        return connector.dataModels().stream().map(json -> read(connector, json, kinds)).toList();
    }

    private static SourceModel read(
            SourceDescriptor connector, String json, Map<StreamName, StreamKind> kinds) {
        try {
            var tree = JSON.readTree(json);
            var streams = new ArrayList<SourceStream>();
            for (var stream : tree.required("streams")) {
                streams.add(stream(stream, kinds));
            }
            return new SourceModel(
                    tree.required("name").asString(),
                    tree.required("label").asString(),
                    tree.required("version").asInt(),
                    streams);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.CONFIGURATION,
                            "SOURCE_MODEL_UNREADABLE",
                            "A data model of the vendor package '%s' cannot be read: %s."
                                    .formatted(connector.key(), e.getMessage()),
                            "Mend the vendor package."),
                    e);
        }
    }

    private static SourceStream stream(JsonNode node, Map<StreamName, StreamKind> kinds) {
        var name = new StreamName(node.required("stream").asString());
        var kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("the connector has no stream '" + name + "'");
        }
        var attributes = new ArrayList<SourceAttribute>();
        for (var attribute : node.required("attributes")) {
            attributes.add(attribute(attribute));
        }
        return new SourceStream(name, kind, attributes);
    }

    private static SourceAttribute attribute(JsonNode node) {
        var type = node.required("type").asString();
        return new SourceAttribute(
                FieldPath.parse(node.required("path").asString()),
                node.path("label").asString(""),
                DataType.find(type)
                        .orElseThrow(
                                () -> new IllegalArgumentException("'" + type + "' is not a type")),
                node.path("required").asBoolean(false),
                node.path("description").asString(""),
                node.path("example").asString(""));
    }
}
