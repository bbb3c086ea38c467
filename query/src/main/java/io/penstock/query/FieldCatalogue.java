package io.penstock.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The fields that the queries of one page may name. Names and aliases are found whatever their
 * case; every part before a dot is a group, so {@code inventory:(source:x)} is {@code
 * inventory.source:x} (B-44).
 */
public final class FieldCatalogue {

    private final List<QueryField> fields;
    private final List<QueryField> words;
    private final Map<String, List<Frame>> frames;
    private final List<String> subObjects;
    private final NavigableMap<String, UnavailableField> unavailable = new TreeMap<>();
    private final Map<String, QueryField> byName = new HashMap<>();
    private final Set<String> groups = new HashSet<>();

    /**
     * @param words searched by values without a field
     * @param frames group path → the frames that all its fields share, the outermost first, for
     *     groups whose parts must hold in one and the same row
     * @param unavailable names that are answered with a reason
     * @throws IllegalArgumentException when two fields share a name
     */
    public FieldCatalogue(
            List<QueryField> fields,
            List<QueryField> words,
            Map<String, List<Frame>> frames,
            List<UnavailableField> unavailable) {
        this.fields = List.copyOf(fields);
        this.words = List.copyOf(words);
        this.frames = new HashMap<>();
        this.subObjects = frames.keySet().stream().sorted().toList();
        frames.forEach((path, shared) -> this.frames.put(key(path), List.copyOf(shared)));
        unavailable.forEach(name -> this.unavailable.put(key(name.name()), name));
        for (var field : fields) {
            add(field.name(), field);
            field.aliases().forEach(alias -> add(alias, field));
        }
    }

    /** As help lists them. */
    public List<QueryField> fields() {
        return fields;
    }

    List<QueryField> words() {
        return words;
    }

    /** Groups whose parts must hold in one and the same row, by name. */
    List<String> subObjects() {
        return subObjects;
    }

    Collection<UnavailableField> unavailable() {
        return unavailable.values();
    }

    Optional<QueryField> field(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    boolean group(String path) {
        return groups.contains(key(path));
    }

    /** Those that all fields of a group share; empty when they share none. */
    List<Frame> frames(String path) {
        return frames.getOrDefault(key(path), List.of());
    }

    /** Why a name is no field: it itself, a group it is in, or a group that it is. */
    Optional<UnavailableField> unavailable(String name) {
        var key = key(name);
        var exact = unavailable.get(key);
        if (exact != null) {
            return Optional.of(exact);
        }
        var below = unavailable.ceilingEntry(key + ".");
        if (below != null && below.getKey().startsWith(key + ".")) {
            return Optional.of(below.getValue());
        }
        for (var dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            var all = unavailable.get(key.substring(0, dot) + UnavailableField.ALL);
            if (all != null) {
                return Optional.of(all);
            }
        }
        return Optional.empty();
    }

    /**
     * The field a misspelt name probably means.
     *
     * @param path of the groups it stands in, or empty: a field outside of them is not meant
     */
    Optional<String> nearest(String name, String path) {
        var names = fields.stream().map(QueryField::name);
        var aliases = fields.stream().flatMap(field -> field.aliases().stream());
        return Nearest.of(name, inside(path, names))
                .or(() -> Nearest.of(name, inside(path, aliases)));
    }

    private static List<String> inside(String path, Stream<String> names) {
        var prefix = path.isEmpty() ? "" : key(path) + ".";
        return names.filter(name -> key(name).startsWith(prefix)).toList();
    }

    private void add(String name, QueryField field) {
        if (byName.put(key(name), field) != null) {
            throw new IllegalArgumentException("two fields are named " + name);
        }
        for (var dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            groups.add(key(name.substring(0, dot)));
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
