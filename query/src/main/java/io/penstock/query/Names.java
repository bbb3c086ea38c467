package io.penstock.query;

import io.penstock.query.Suggestion.Kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names that may stand at a place, the best match first. */
final class Names {

    /** Shorter texts are near to everything. */
    private static final int MISTYPED_MIN = 3;

    private static final int NO_MATCH = 3;

    private final FieldCatalogue catalogue;

    Names(FieldCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * A field as it is named at a place.
     *
     * @param names what it may be called there, the one to use first
     */
    private record Candidate(QueryField field, List<String> names) {

        String name() {
            return names.getFirst();
        }

        String best(String typed) {
            return names.stream()
                    .min(Comparator.comparingInt(name -> rank(typed, name)))
                    .orElse(name());
        }

        Suggestion suggestion(String typed) {
            var best = best(typed);
            var label = best.equals(name()) ? name() : name() + " (" + best + ")";
            return new Suggestion(
                    Kind.FIELD, name(), label, field.type(), field.description(), field.example());
        }
    }

    /** True where values without a field may stand. */
    boolean words(Scope scope) {
        return scope.path().isEmpty() && !catalogue.words().isEmpty();
    }

    Optional<QueryField> field(String name, Scope scope) {
        return catalogue.field(scope.name(name)).filter(field -> scope.holds(field.shape()));
    }

    /** A group that holds a field that may be asked for at the place. */
    boolean group(String name, Scope scope) {
        var path = scope.name(name);
        return catalogue.group(path) && !candidates(scope.entered(path, catalogue)).isEmpty();
    }

    /** Fields, then groups; misspelt names when there is neither; then names that are no field. */
    List<Suggestion> matching(String typed, Slot.Operand place) {
        var candidates = candidates(place.scope());
        var all = new ArrayList<Suggestion>();
        candidates.stream()
                .filter(one -> rank(typed, one.best(typed)) < NO_MATCH)
                .sorted(Comparator.comparingInt(one -> order(typed, one)))
                .map(one -> one.suggestion(typed))
                .forEach(all::add);
        if (place.deeper() && !typed.isEmpty()) {
            all.addAll(groups(typed, place.scope()));
        }
        if (all.isEmpty() && typed.length() >= MISTYPED_MIN) {
            near(typed, place.scope(), candidates).ifPresent(all::add);
        }
        if (typed.length() >= MISTYPED_MIN) {
            all.addAll(unavailable(typed, place.scope(), candidates));
        }
        return all;
    }

    private List<Candidate> candidates(Scope scope) {
        var all = new ArrayList<Candidate>();
        for (var field : catalogue.fields()) {
            var names =
                    Stream.concat(Stream.of(field.name()), field.aliases().stream())
                            .flatMap(name -> inside(scope, name).stream())
                            .toList();
            if (!names.isEmpty() && scope.holds(field.shape())) {
                all.add(new Candidate(field, names));
            }
        }
        return all;
    }

    /** The rest of a name behind the path of the groups. */
    private static Optional<String> inside(Scope scope, String name) {
        var prefix = scope.name("");
        return name.regionMatches(true, 0, prefix, 0, prefix.length())
                        && name.length() > prefix.length()
                ? Optional.of(name.substring(prefix.length()))
                : Optional.empty();
    }

    /** An alias comes behind names that match as well. */
    private static int order(String typed, Candidate one) {
        var best = one.best(typed);
        return 2 * rank(typed, best) + (best.equals(one.name()) ? 0 : 1);
    }

    private static int rank(String typed, String name) {
        var key = name.toLowerCase(Locale.ROOT);
        var wanted = typed.toLowerCase(Locale.ROOT);
        if (key.startsWith(wanted, key.lastIndexOf('.') + 1)) {
            return 0;
        }
        return key.startsWith(wanted) ? 1 : key.contains(wanted) ? 2 : NO_MATCH;
    }

    private List<Suggestion> groups(String typed, Scope scope) {
        return catalogue.subObjects().stream()
                .flatMap(path -> inside(scope, path).stream())
                .filter(name -> rank(typed, name) < 2)
                .filter(name -> sharesMore(scope, name) && group(name, scope))
                .map(name ->
                        Suggestion.of(
                                Kind.FIELD,
                                name + ":(",
                                name + ":(…)",
                                "Group: what stands in it speaks of one and the same."))
                .toList();
    }

    private boolean sharesMore(Scope scope, String name) {
        return catalogue.frames(scope.name(name)).size() > scope.frames().size();
    }

    private Optional<Suggestion> near(String typed, Scope scope, List<Candidate> candidates) {
        return catalogue
                .nearest(scope.name(typed), scope.path())
                .flatMap(catalogue::field)
                .flatMap(field ->
                        candidates.stream().filter(one -> one.field().equals(field)).findFirst())
                .map(one -> one.suggestion(one.name()));
    }

    /**
     * A known name without a field is of use only where another field does instead: that one is
     * inserted, and the sentence says why.
     */
    private List<Suggestion> unavailable(String typed, Scope scope, List<Candidate> candidates) {
        var all = new ArrayList<Suggestion>();
        for (var known : catalogue.unavailable()) {
            inside(scope, known.name())
                    .filter(name -> rank(typed, name) < 2)
                    .flatMap(_ -> instead(known, candidates))
                    .map(field -> field.suggestion(field.name()))
                    .map(field -> standIn(known, field))
                    .ifPresent(all::add);
        }
        return all;
    }

    private Optional<Candidate> instead(UnavailableField known, List<Candidate> candidates) {
        return catalogue
                .field(known.instead())
                .flatMap(field ->
                        candidates.stream().filter(one -> one.field().equals(field)).findFirst());
    }

    private static Suggestion standIn(UnavailableField known, Suggestion field) {
        return new Suggestion(
                Kind.FIELD,
                field.text(),
                field.text() + " for " + known.name(),
                field.type(),
                known.name() + " is not available because " + known.because() + ".",
                field.example());
    }
}
