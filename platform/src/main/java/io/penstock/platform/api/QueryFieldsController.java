package io.penstock.platform.api;

import io.penstock.platform.search.QueryFields;
import io.penstock.query.FieldType;
import io.penstock.query.QueryField;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** What a query may name, for help and suggestions. */
@RestController
class QueryFieldsController {

    private final QueryFields fields;

    QueryFieldsController(QueryFields fields) {
        this.fields = fields;
    }

    record FieldsJson(List<FieldJson> findings, List<FieldJson> assets) {}

    /**
     * @param values the words an ENUM takes; else empty
     */
    record FieldJson(
            String name,
            List<String> aliases,
            FieldType type,
            String description,
            String example,
            List<String> values) {

        static FieldJson of(QueryField field) {
            return new FieldJson(
                    field.name(),
                    field.aliases(),
                    field.type(),
                    field.description(),
                    field.example(),
                    List.copyOf(field.values().keySet()));
        }
    }

    /**
     * The fields that queries over findings and over assets may name.
     *
     * @return fields with their documentation
     */
    @GetMapping("/api/v1/query/fields")
    FieldsJson all() {
        return new FieldsJson(json(fields.findings()), json(fields.assets()));
    }

    private static List<FieldJson> json(List<QueryField> fields) {
        return fields.stream().map(FieldJson::of).toList();
    }
}
