package io.penstock.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field a query may name.
 *
 * @param name as help shows it, such as {@code finding.severity}; found whatever its case
 * @param aliases other accepted names
 * @param description one sentence for help
 * @param example a whole query that uses the field
 * @param values of an ENUM: word → what the database holds, in the order help shows; else empty
 */
public record QueryField(
        String name,
        List<String> aliases,
        FieldType type,
        String description,
        String example,
        Map<String, Object> values,
        SqlShape shape) {

    public QueryField {
        aliases = List.copyOf(aliases);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        if ((type == FieldType.ENUM) == values.isEmpty()) {
            throw new IllegalArgumentException(name + ": exactly the ENUM fields list values");
        }
    }

    /** The same field as seen from another table. */
    public QueryField in(Frame outer) {
        return new QueryField(name, aliases, type, description, example, values, shape.in(outer));
    }

    @Override
    public String toString() {
        return name;
    }
}
