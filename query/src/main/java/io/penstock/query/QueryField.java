package io.penstock.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field a query may name.
 *
 * @param name as help shows it, such as {@code finding.severity}; found whatever its case
 * @param aliases other accepted names
 * @param values of an ENUM: word → what the database holds, in the order help shows; else empty
 */
public record QueryField(
        String name,
        List<String> aliases,
        FieldType type,
        FieldHelp help,
        Map<String, Object> values,
        SqlShape shape) {

    public QueryField {
        aliases = List.copyOf(aliases);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        if ((type == FieldType.ENUM) == values.isEmpty()) {
            throw new IllegalArgumentException(name + ": exactly the ENUM fields list values");
        }
    }

    /**
     * What a person reads about a field.
     *
     * @param description one sentence
     * @param example a whole query that uses the field
     */
    public record FieldHelp(String description, String example) {}

    /** A field of any type but ENUM. */
    public static QueryField of(String name, FieldType type, FieldHelp help, SqlShape shape) {
        return new QueryField(name, List.of(), type, help, Map.of(), shape);
    }

    /** The same field under one more name. */
    public QueryField alias(String... more) {
        var all = new ArrayList<>(aliases);
        Collections.addAll(all, more);
        return new QueryField(name, all, type, help, values, shape);
    }

    /** The same field as seen from another table. */
    public QueryField in(Frame outer) {
        return new QueryField(name, aliases, type, help, values, shape.in(outer));
    }

    public String description() {
        return help.description();
    }

    public String example() {
        return help.example();
    }

    @Override
    public String toString() {
        return name;
    }
}
