package io.penstock.platform.console.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a list stands. The search pages by key and knows only the way forward, so the address
 * carries the keys of the pages before this one.
 *
 * @param path of the list; it may carry parameters of its own, without signs to be escaped
 * @param after this page's key; empty for the first page
 * @param trail the keys of the pages before, oldest first
 */
public record Paging(String path, String query, String after, List<String> trail) {

    private static final int TRAIL_MAX = 20;
    private static final int TEXT_MAX = 2_000;

    public Paging {
        trail = List.copyOf(trail.subList(Math.max(0, trail.size() - TRAIL_MAX), trail.size()));
    }

    /** Texts that no form of ours makes are cut, so that an address stays bounded. */
    public static Paging of(String path, String query, String after, List<String> trail) {
        var kept = trail.stream().filter(key -> key.length() <= TEXT_MAX).toList();
        return new Paging(path, query, after, kept);
    }

    /** The next page's address; empty on the last page. */
    public Optional<String> next(Optional<String> key) {
        var longer = new ArrayList<>(trail);
        longer.add(after);
        return key.map(next -> address(query, next, longer));
    }

    /** The previous page's address; empty on the first page. */
    public Optional<String> previous() {
        if (after.isEmpty()) {
            return Optional.empty();
        }
        return trail.isEmpty()
                ? Optional.of(first())
                : Optional.of(address(query, trail.getLast(), trail.subList(0, trail.size() - 1)));
    }

    public String first() {
        return address(query, "", List.of());
    }

    /** The first page of another query. */
    public String of(String otherQuery) {
        return address(otherQuery, "", List.of());
    }

    private String address(String text, String key, List<String> before) {
        var filters = text.isBlank() ? Map.<String, String>of() : Map.of("query", text);
        return KeyPaging.address(path, filters, key, before);
    }
}
