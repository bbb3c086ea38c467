package io.penstock.platform.connector;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/** A JSON object of texts, as the settings columns hold it. */
final class JsonTexts {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private JsonTexts() {}

    static Map<String, String> read(byte[] json) {
        return MAPPER.readValue(json, TEXTS);
    }

    static Map<String, String> read(String json) {
        return MAPPER.readValue(json, TEXTS);
    }

    static String write(Map<String, String> texts) {
        return MAPPER.writeValueAsString(texts);
    }
}
