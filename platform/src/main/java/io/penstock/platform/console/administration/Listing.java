package io.penstock.platform.console.administration;

import org.springframework.web.util.UriComponentsBuilder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a list with a filter stands. Lists page by key and know only the way forward, so the
 * address carries the keys of the pages before this one.
 *
 * @param filter names and values of the filter's fields; empty values are left out
 * @param after this page's key; empty for the first page
 * @param trail the keys of the pages before, oldest first
 */
record Listing(String path, Map<String, String> filter, String after, List<String> trail) {

    private static final int TRAIL_MAX = 20;
    private static final int TEXT_MAX = 300;

    Listing {
        filter = new LinkedHashMap<>(filter);
        filter.values().removeIf(String::isBlank);
        trail =
                trail.stream()
                        .skip(Math.max(0, trail.size() - TRAIL_MAX))
                        .filter(key -> key.length() <= TEXT_MAX)
                        .toList();
    }

    static Listing of(String path, String after, List<String> trail) {
        return new Listing(path, Map.of(), after, trail);
    }

    /** The next page's address; empty when the key is, which is so on the last page. */
    String next(String key) {
        if (key.isEmpty()) {
            return "";
        }
        var longer = new ArrayList<>(trail);
        longer.add(after);
        return address(path, key, longer);
    }

    /** The previous page's address; empty on the first page. Templates ask for it. */
    public Optional<String> previous() {
        if (after.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                trail.isEmpty()
                        ? address(path, "", List.of())
                        : address(path, trail.getLast(), trail.subList(0, trail.size() - 1)));
    }

    /** Another place with the same filter. */
    String at(String otherPath) {
        return address(otherPath, "", List.of());
    }

    private String address(String to, String key, List<String> before) {
        var address = UriComponentsBuilder.fromPath(to);
        var values = new ArrayList<String>();
        filter.forEach((name, value) -> add(address, values, name, value));
        if (!key.isEmpty()) {
            add(address, values, "after", key);
        }
        before.forEach(earlier -> add(address, values, "trail", earlier));
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static void add(
            UriComponentsBuilder address, List<String> values, String name, String value) {
        address.queryParam(name, "{v" + values.size() + "}");
        values.add(value);
    }
}
