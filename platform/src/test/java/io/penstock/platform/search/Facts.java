package io.penstock.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is true of the seeded rows, read from {@code query-facts.txt}, which a person wrote.
 *
 * @param findings by name, each with what is true of its vulnerability and its asset
 * @param assets by name, each with its findings as parts
 */
record Facts(Map<String, Thing> findings, Map<String, Thing> assets) {

    static final String FINDING = "finding";

    /**
     * A finding or an asset, or a part of one.
     *
     * @param values field → its values
     * @param parts kind, such as {@code tag} → those it has
     */
    record Thing(Map<String, List<String>> values, Map<String, List<Thing>> parts) {

        static Thing empty() {
            return new Thing(new HashMap<>(), new HashMap<>());
        }

        /** Its own and those of all its parts. */
        List<String> all(String field) {
            var found = new ArrayList<>(values.getOrDefault(field, List.of()));
            parts.values().forEach(kind -> kind.forEach(part -> found.addAll(part.all(field))));
            return found;
        }

        /** Its own parts of a kind and those of its parts. */
        List<Thing> every(String kind) {
            var found = new ArrayList<>(parts.getOrDefault(kind, List.of()));
            parts.values().forEach(all -> all.forEach(part -> found.addAll(part.every(kind))));
            return found;
        }

        void take(Thing other) {
            other.values.forEach((field, more) -> values(field).addAll(more));
            other.parts.forEach((kind, more) -> parts(kind).addAll(more));
        }

        private List<String> values(String field) {
            return values.computeIfAbsent(field, _ -> new ArrayList<>());
        }

        private List<Thing> parts(String kind) {
            return parts.computeIfAbsent(kind, _ -> new ArrayList<>());
        }
    }

    static Facts read() {
        var things = new LinkedHashMap<String, Thing>();
        var facts = new Facts(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (var block : text("query-facts.txt").split("\n\n", -1)) {
            var lines = block.lines().filter(line -> !line.startsWith("#")).toList();
            if (!lines.isEmpty()) {
                facts.add(lines.getFirst().split(" ", -1), thing(lines), things);
            }
        }
        return facts;
    }

    private void add(String[] head, Thing thing, Map<String, Thing> things) {
        things.put(head[1], thing);
        if (head[0].equals("asset")) {
            var asset = Thing.empty();
            asset.take(thing);
            asset.parts(FINDING);
            assets.put(head[1], asset);
        } else if (head[0].equals(FINDING)) {
            var own = Thing.empty();
            own.take(thing);
            own.take(known(things, head[3]));
            known(assets, head[2]).parts(FINDING).add(own);
            var whole = Thing.empty();
            whole.take(own);
            whole.take(known(things, head[2]));
            findings.put(head[1], whole);
        }
    }

    private static Thing known(Map<String, Thing> things, String name) {
        return things.computeIfAbsent(
                name,
                _ -> {
                    throw new IllegalStateException(name + " is not among the facts");
                });
    }

    private static Thing thing(List<String> lines) {
        var thing = Thing.empty();
        var into = thing;
        for (var line : lines.subList(1, lines.size())) {
            if (line.startsWith(". ")) {
                into = Thing.empty();
                thing.parts(line.substring(2)).add(into);
            } else {
                var fact = line.strip().split(" ", 2);
                into.values(fact[0]).add(fact[1]);
            }
        }
        return thing;
    }

    static String text(String resource) {
        try (var file = Facts.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
