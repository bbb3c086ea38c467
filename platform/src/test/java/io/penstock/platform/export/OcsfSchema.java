package io.penstock.platform.export;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A published schema, with formats checked and no look at any network. */
final class OcsfSchema {

    private static final String CYCLONEDX = "http://cyclonedx.org/schema/";

    private final Schema schema;

    private OcsfSchema(Schema schema) {
        this.schema = schema;
    }

    /**
     * That of an OCSF class without what is deprecated, so that its use is a fault.
     *
     * @param name such as {@code inventory_info}
     */
    static OcsfSchema ofClass(String name) {
        var schema = JsonMapper.shared().readTree(resource("/ocsf/" + name + ".schema.json"));
        for (var properties : schema.findValues("properties")) {
            ((ObjectNode) properties).removeIf(OcsfSchema::deprecated);
        }
        return new OcsfSchema(
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema));
    }

    private static boolean deprecated(JsonNode attribute) {
        return attribute.path("deprecated").asBoolean(false);
    }

    /** That of CycloneDX 1.6, with the two schemas that it names. */
    static OcsfSchema cycloneDx() {
        var registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_7,
                        builder -> builder.schemas(OcsfSchema::cycloneDxPart));
        return new OcsfSchema(
                registry.getSchema(resource("/cyclonedx/bom-1.6.schema.json"), InputFormat.JSON));
    }

    /** What is wrong with a JSON text; empty when nothing is. */
    List<String> faults(String json) {
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String cycloneDxPart(String id) {
        return resource("/cyclonedx/" + id.substring(CYCLONEDX.length()));
    }

    private static String resource(String path) {
        try (InputStream file = OcsfSchema.class.getResourceAsStream(path)) {
            var bytes = Objects.requireNonNull(file, path).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
