package io.penstock.platform.api;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.FileSystemResource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The described calls of {@code docs/api/openapi.yaml}, each as one line. */
final class OpenApiFile {

    private static final Path NAME = Path.of("docs", "api", "openapi.yaml");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private final Map<String, Object> root;

    private OpenApiFile(Map<String, Object> root) {
        this.root = root;
    }

    static OpenApiFile read() {
        var yaml = new YamlMapFactoryBean();
        yaml.setResources(new FileSystemResource(file()));
        var root = yaml.getObject();
        if (root == null) {
            throw new IllegalStateException("the file is empty");
        }
        return new OpenApiFile(root);
    }

    /** Such as {@code GET /api/v1/assets/{id} path:id}, sorted. */
    Set<String> calls() {
        var calls = new TreeSet<String>();
        map(root, "paths")
                .forEach((path, item) -> {
                    for (var method : map(item).entrySet()) {
                        if (METHODS.contains(method.getKey())) {
                            calls.add(call(path, map(item), method.getKey()));
                        }
                    }
                });
        return calls;
    }

    private String call(String path, Map<String, Object> item, String method) {
        var operation = map(item, method);
        var parts = new TreeSet<String>();
        for (var parameter : list(item.get("parameters"))) {
            parts.add(parameter(map(parameter)));
        }
        for (var parameter : list(operation.get("parameters"))) {
            parts.add(parameter(map(parameter)));
        }
        if (operation.containsKey("requestBody")) {
            parts.add("body");
        }
        return method.toUpperCase(Locale.ROOT) + " " + path + " " + String.join(" ", parts);
    }

    private String parameter(Map<String, Object> written) {
        var parameter = written.get("$ref") instanceof String ref ? resolve(ref) : written;
        return parameter.get("in") + ":" + parameter.get("name");
    }

    /** Follows {@code #/components/…}; fails when there is nothing. */
    Map<String, Object> resolve(String reference) {
        var at = root;
        for (var step : reference.substring("#/".length()).split("/")) {
            at = map(at, step);
        }
        return at;
    }

    /** Every {@code $ref} of the file. */
    List<String> references() {
        var found = new ArrayList<String>();
        collect(root, found);
        return found;
    }

    private static void collect(Object node, List<String> found) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String ref) {
                found.add(ref);
            }
            map.values().forEach(child -> collect(child, found));
        }
        if (node instanceof List<?> list) {
            list.forEach(child -> collect(child, found));
        }
    }

    private static Map<String, Object> map(Map<String, Object> from, String key) {
        var value = from.get(key);
        if (value == null) {
            throw new IllegalStateException("the file has no " + key);
        }
        return map(value);
    }

    @SuppressWarnings("unchecked") // YAML's maps have text keys in this file
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** Tests run in the module's folder or in the repository's. */
    private static Path file() {
        return Files.exists(NAME) ? NAME : Path.of("..").resolve(NAME);
    }
}
