package io.penstock.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields that the queries of one page may name. Names and aliases are found whatever their
 * case; every part before a dot is a group, so {@code inventory:(source:x)} is {@code
 * inventory.source:x} (B-44).
 */
public final class FieldCatalogue {

    private final List<QueryField> fields;
    private final List<QueryField> words;
    private final Map<String, Frame> frames;
    private final Map<String, QueryField> byName = new HashMap<>();
    private final Set<String> groups = new HashSet<>();

    /**
     * @param words searched by values without a field; all of them stand in the same first frame
     * @param frames group path → the frame its fields share, for groups whose parts must hold in
     *     one and the same row
     * @throws IllegalArgumentException when two fields share a name
     */
    public FieldCatalogue(
            List<QueryField> fields, List<QueryField> words, Map<String, Frame> frames) {
        this.fields = List.copyOf(fields);
        this.words = List.copyOf(words);
        this.frames = new HashMap<>();
        frames.forEach((path, frame) -> this.frames.put(key(path), frame));
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

    Optional<QueryField> field(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    boolean group(String path) {
        return groups.contains(key(path));
    }

    Optional<Frame> frame(String path) {
        return Optional.ofNullable(frames.get(key(path)));
    }

    /** The field a misspelt name probably means. */
    Optional<String> nearest(String name) {
        return Nearest.of(name, fields.stream().map(QueryField::name).toList())
                .or(() -> Nearest.of(name, aliases()));
    }

    private List<String> aliases() {
        return fields.stream().flatMap(field -> field.aliases().stream()).toList();
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
