package io.penstock.platform.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which tag a call has: the one of {@code words.yaml} that names the longest beginning of its path,
 * else the first part of the path, described by its controller's first sentence.
 */
final class Tagging {

    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final Map<String, Object> described = new LinkedHashMap<>();

    Tagging(List<Endpoint> endpoints, Sources sources, Words words) {
        for (var tag : words.keys("tags")) {
            described.put(tag, words.text("tags", tag, "description"));
            for (var path : words.list("tags", tag, "paths")) {
                requireUse(path.toString(), endpoints);
                prefixes.put(path.toString(), tag);
            }
        }
        for (var endpoint : endpoints) {
            var about = endpoint.method().getDeclaringClass();
            described.computeIfAbsent(of(endpoint), _ -> sources.of(about).sentence());
        }
    }

    private static void requireUse(String path, List<Endpoint> endpoints) {
        if (endpoints.stream().noneMatch(endpoint -> endpoint.path().startsWith(path))) {
            throw new IllegalStateException("No call begins with " + path + "; see words.yaml.");
        }
    }

    String of(Endpoint endpoint) {
        var path = endpoint.path();
        return prefixes.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElseGet(() -> path.substring(Endpoint.PREFIX.length()).split("/", -1)[0]);
    }

    List<Object> all() {
        var all = new ArrayList<>();
        described.forEach((tag, description) -> {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("name", tag);
            entry.put("description", description);
            all.add(entry);
        });
        return all;
    }
}
