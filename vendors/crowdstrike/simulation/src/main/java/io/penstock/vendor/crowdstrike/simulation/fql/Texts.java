package io.penstock.vendor.crowdstrike.simulation.fql;

import io.penstock.vendor.crowdstrike.simulation.fql.Fql.Clause;
import io.penstock.vendor.crowdstrike.simulation.fql.Fql.Operator;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The tests of texts; negation is added by the caller. */
final class Texts {

    private Texts() {}

    /** An empty text means "does not have it", as in {@code cve.id:!['']}. */
    static <T> Predicate<T> one(Field.Text<T> field, Clause clause) {
        Predicate<String> wanted = wanted(clause, field.patterns());
        boolean missing = missing(clause);
        return record -> {
            String value = field.of().apply(record);
            return value == null ? missing : wanted.test(value);
        };
    }

    static <T> Predicate<T> any(Field.Texts<T> field, Clause clause) {
        Predicate<String> wanted = wanted(clause, field.patterns());
        boolean missing = missing(clause);
        return record -> {
            List<String> values = field.of().apply(record);
            return values.isEmpty() ? missing : values.stream().anyMatch(wanted);
        };
    }

    private static boolean missing(Clause clause) {
        return exact(clause) && clause.values().stream().anyMatch(v -> v.text().isEmpty());
    }

    private static boolean exact(Clause clause) {
        return clause.operator() == Operator.EQUALS || clause.operator() == Operator.NOT;
    }

    private static Predicate<String> wanted(Clause clause, boolean patterns) {
        if (exact(clause)) {
            Set<String> wanted =
                    clause.values().stream().map(Fql.Value::text).collect(Collectors.toSet());
            String only = clause.values().getFirst().text();
            return wanted.size() == 1 ? only::equals : wanted::contains;
        }
        Operator operator = clause.operator();
        if (operator.range() || !patterns) {
            throw Fields.refused(clause);
        }
        boolean tokens = operator == Operator.MATCHES || operator == Operator.NOT_MATCHES;
        List<Predicate<String>> tests =
                clause.values().stream()
                        .map(v ->
                                tokens ? TextPattern.tokens(v.text()) : TextPattern.glob(v.text()))
                        .toList();
        return text -> tests.stream().anyMatch(test -> test.test(text));
    }
}
