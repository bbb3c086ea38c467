package io.penstock.query;

import java.util.List;
import java.util.stream.Stream;

/** The values in a field's own example. */
final class Examples {

    private final FieldCatalogue catalogue;

    Examples(FieldCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Value> values(QueryField field) {
        try {
            return values(Parser.parse(field.example()), "", field).toList();
        } catch (QueryException _) {
            return List.of();
        }
    }

    private Stream<Value> values(Query query, String path, QueryField field) {
        return switch (query) {
            case Query.All _, Query.Words _ -> Stream.of();
            case Query.Not not -> values(not.part(), path, field);
            case Query.And and -> and.parts().stream().flatMap(part -> values(part, path, field));
            case Query.Or or -> or.parts().stream().flatMap(part -> values(part, path, field));
            case Query.Group group -> values(group.part(), path + group.path() + ".", field);
            case Query.Term term ->
                    catalogue.field(path + term.field()).filter(field::equals).stream()
                            .flatMap(_ -> values(term.predicate()));
        };
    }

    private static Stream<Value> values(Predicate predicate) {
        return switch (predicate) {
            case Predicate.Compare compare -> Stream.of(compare.value());
            case Predicate.AnyOf any -> any.values().stream();
            case Predicate.Between range -> Stream.of(range.from(), range.to());
            case Predicate.Missing _, Predicate.Present _ -> Stream.of();
        };
    }
}
