package io.penstock.platform.openapi;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One call as the description shows it by example.
 *
 * @param path with the names of its variables
 * @param query what the example gives, by name
 * @param media of the body, or empty for none
 */
record ExampleCall(
        String verb,
        String path,
        Map<String, Object> variables,
        Map<String, Object> query,
        String media,
        @Nullable Object body) {

    /**
     * @param key such as {@code GET /api/v1/assets}
     */
    static ExampleCall of(String key, Map<String, Object> operation) {
        var parts = key.split(" ", 2);
        var variables = new LinkedHashMap<String, Object>();
        var query = new LinkedHashMap<String, Object>();
        for (var parameter : parameters(operation)) {
            var name = String.valueOf(parameter.get("name"));
            var example = parameter.get("example");
            if (example != null) {
                ("path".equals(parameter.get("in")) ? variables : query).put(name, example);
            }
        }
        var content = Words.asMap(Words.asMap(operation.get("requestBody")).get("content"));
        for (var media : content.entrySet()) {
            var body = Words.asMap(media.getValue()).get("example");
            if (body != null) {
                return new ExampleCall(parts[0], parts[1], variables, query, media.getKey(), body);
            }
        }
        return new ExampleCall(parts[0], parts[1], variables, query, "", null);
    }

    static List<Map<String, Object>> parameters(Map<String, Object> operation) {
        return Words.asList(operation.get("parameters")).stream().map(Words::asMap).toList();
    }

    /** With the values of a tenant in place of those that are shown. */
    ExampleCall in(UnaryOperator<String> tenant) {
        return new ExampleCall(
                verb,
                path,
                Words.asMap(Samples.replaced(variables, tenant)),
                Words.asMap(Samples.replaced(query, tenant)),
                media,
                body == null ? null : Samples.replaced(body, tenant));
    }

    ExampleCall with(String parameter, Object value) {
        var changed = new LinkedHashMap<>(query);
        changed.put(parameter, value);
        return new ExampleCall(verb, path, variables, changed, media, body);
    }

    String address() {
        var filled = path;
        for (var variable : variables.entrySet()) {
            filled = filled.replace("{" + variable.getKey() + "}", encoded(variable.getValue()));
        }
        var parts =
                query.entrySet().stream()
                        .map(part -> part.getKey() + "=" + encoded(part.getValue()))
                        .collect(Collectors.joining("&"));
        return parts.isEmpty() ? filled : filled + "?" + parts;
    }

    /** As it is sent, or null. */
    @Nullable String sent() {
        return switch (body) {
            case null -> null;
            case String text -> text;
            default -> JsonMapper.shared().writeValueAsString(body);
        };
    }

    /** The same call with a query parameter that its description does not allow, each in turn. */
    List<ExampleCall> refused(Map<String, Object> operation) {
        var all = new ArrayList<ExampleCall>();
        for (var parameter : parameters(operation)) {
            var schema = Words.asMap(parameter.get("schema"));
            var name = String.valueOf(parameter.get("name"));
            if (!"query".equals(parameter.get("in"))) {
                continue;
            }
            if (schema.get("maximum") instanceof Number most) {
                all.add(with(name, most.longValue() + 1));
            }
            if (schema.get("minimum") instanceof Number least) {
                all.add(with(name, least.longValue() - 1));
            }
            if (schema.containsKey("enum") || !"string".equals(schema.get("type"))) {
                all.add(with(name, "no such word"));
            }
        }
        return all;
    }

    /** The same call with the outermost values that its description allows. */
    List<ExampleCall> taken(Map<String, Object> operation) {
        var all = new ArrayList<ExampleCall>();
        for (var parameter : parameters(operation)) {
            var schema = Words.asMap(parameter.get("schema"));
            var name = String.valueOf(parameter.get("name"));
            if (verb.equals("GET") && "query".equals(parameter.get("in"))) {
                Words.asList(schema.get("enum")).forEach(word -> all.add(with(name, word)));
                if (schema.get("maximum") instanceof Number most) {
                    all.add(with(name, most));
                }
            }
        }
        return all;
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return verb.toUpperCase(Locale.ROOT) + " " + address();
    }
}
