package io.penstock.platform.openapi;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.ClassPathResource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file of what code has no place for, which knows what of it was asked for. */
final class Words {

    private final Map<String, Object> root;
    private final Set<List<String>> read = new HashSet<>();

    private Words(Map<String, Object> root) {
        this.root = root;
    }

    static Words named(String name) {
        var yaml = new YamlMapFactoryBean();
        yaml.setResources(new ClassPathResource("openapi/" + name));
        var root = yaml.getObject();
        if (root == null) {
            throw new IllegalStateException(name + " is empty");
        }
        return new Words(root);
    }

    /** What stands there, or null; it counts as asked for with all that is under it. */
    @Nullable Object at(String... path) {
        read.add(List.of(path));
        return look(path);
    }

    String text(String... path) {
        var found = at(path);
        return found == null ? "" : found.toString();
    }

    Map<String, Object> map(String... path) {
        return asMap(at(path));
    }

    List<Object> list(String... path) {
        return asList(at(path));
    }

    /** The keys there, of which none counts as asked for. */
    Set<String> keys(String... path) {
        return asMap(look(path)).keySet();
    }

    /** What nobody asked for: it is about something that is no more, or is misspelt. */
    List<String> unread() {
        var found = new ArrayList<String>();
        collect(List.of(), root, found);
        return found;
    }

    private void collect(List<String> path, @Nullable Object node, List<String> found) {
        if (read.contains(path)) {
            return;
        }
        if (!(node instanceof Map<?, ?> map)) {
            found.add(String.join(" > ", path));
            return;
        }
        asMap(map)
                .forEach((key, value) -> {
                    var under = new ArrayList<>(path);
                    under.add(key);
                    collect(under, value, found);
                });
    }

    private @Nullable Object look(String... path) {
        Object node = root;
        for (var step : path) {
            node = asMap(node).get(step);
        }
        return node;
    }

    @SuppressWarnings("unchecked") // YAML's maps have text keys in these files.
    static Map<String, Object> asMap(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    @SuppressWarnings("unchecked") // Any element is an Object.
    static List<Object> asList(@Nullable Object node) {
        return node instanceof List<?> list ? (List<Object>) list : List.of();
    }
}
