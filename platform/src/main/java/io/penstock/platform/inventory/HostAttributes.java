package io.penstock.platform.inventory;

import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.transform.TargetRecord;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.LinkedHashMap;

/** What one source says of a host, as JSON by target key in the model's order. */
final class HostAttributes {

    private static final JsonMapper JSON = JsonMapper.shared();

    private HostAttributes() {}

    static String json(TargetRecord target) {
        var values = new LinkedHashMap<String, Object>();
        for (var attribute : TargetAttribute.values()) {
            var value = target.value(attribute);
            if (attribute.part() == TargetAttribute.Part.ASSET && value != null) {
                values.put(attribute.key(), value instanceof Instant at ? at.toString() : value);
            }
        }
        return JSON.writeValueAsString(values);
    }
}
