package io.penstock.platform.export;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Columns as members of objects within objects; what has no value is null. */
final class NestedColumns<T> {

    private final List<Member<T>> members;

    /** One column, with the objects that end and begin before it. */
    private record Member<T>(Column<T> column, int closes, List<String> opens, String name) {}

    /**
     * @param columns those of one group side by side
     */
    NestedColumns(List<Column<T>> columns) {
        var made = new ArrayList<Member<T>>();
        var open = List.<String>of();
        for (var column : columns) {
            var path = List.of(column.name().split("\\."));
            var groups = path.subList(0, path.size() - 1);
            var common = common(open, groups);
            made.add(
                    new Member<>(
                            column,
                            open.size() - common,
                            groups.subList(common, groups.size()),
                            path.getLast()));
            open = groups;
        }
        this.members = List.copyOf(made);
    }

    private static int common(List<String> some, List<String> others) {
        var same = 0;
        while (same < some.size()
                && same < others.size()
                && some.get(same).equals(others.get(same))) {
            same++;
        }
        return same;
    }

    void write(T record, JsonGenerator json) {
        json.writeStartObject();
        var depth = 0;
        for (var member : members) {
            for (var i = 0; i < member.closes(); i++) {
                json.writeEndObject();
            }
            for (var group : member.opens()) {
                json.writeName(group);
                json.writeStartObject();
            }
            depth += member.opens().size() - member.closes();
            json.writeName(member.name());
            value(member.column().value().apply(record), json);
        }
        for (; depth >= 0; depth--) {
            json.writeEndObject();
        }
    }

    private static void value(@Nullable Object value, JsonGenerator json) {
        switch (value) {
            case null -> json.writeNull();
            case Boolean truth -> json.writeBoolean(truth);
            case BigDecimal number -> json.writeNumber(number.toPlainString());
            case Number number -> json.writeNumber(number.longValue());
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(item -> value(item, json));
                json.writeEndArray();
            }
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.forEach((name, item) -> {
                    json.writeName(String.valueOf(name));
                    value(item, json);
                });
                json.writeEndObject();
            }
            default -> json.writeString(value.toString());
        }
    }
}
