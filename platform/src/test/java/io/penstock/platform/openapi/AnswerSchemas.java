package io.penstock.platform.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds answers against the description: what it does not name is a fault, too. */
final class AnswerSchemas {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Object definitions;

    AnswerSchemas(Map<String, Object> description) {
        var schemas = Words.asMap(description.get("components")).get("schemas");
        definitions = closed(moved(schemas == null ? Map.of() : schemas));
    }

    /**
     * @param schema of the answer
     * @return what is wrong with it, each in one sentence
     */
    List<String> faults(Map<String, Object> schema, JsonNode answer) {
        var whole = new LinkedHashMap<>(Words.asMap(moved(schema)));
        whole.put("$defs", definitions);
        return validate(registry.getSchema(JSON.valueToTree(whole)), answer).stream()
                .map(Error::toString)
                .toList();
    }

    private static List<Error> validate(Schema schema, JsonNode answer) {
        return schema.validate(
                answer,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /** References as they stand in a schema of its own. */
    private static Object moved(Object schema) {
        return Samples.replaced(
                schema, text -> text.replaceFirst("^#/components/schemas/", "#/\\$defs/"));
    }

    private static Object closed(Object node) {
        if (!(node instanceof Map<?, ?> map)) {
            return node;
        }
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> copy.put(key.toString(), closed(value)));
        if (map.get("properties") instanceof Map && !map.containsKey("additionalProperties")) {
            copy.put("additionalProperties", false);
        }
        return copy;
    }
}
