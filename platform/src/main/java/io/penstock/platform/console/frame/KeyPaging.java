package io.penstock.platform.console.frame;

import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a list with several filters stands. As with {@link Paging}, its service knows only the way
 * forward, so the address carries the keys of the pages before this one.
 *
 * @param filters parameter → value, in the order of the address; empty values are left out of it
 * @param after this page's key; empty for the first page
 * @param trail the keys of the pages before, oldest first
 */
public record KeyPaging(
        String path, Map<String, String> filters, String after, List<String> trail) {

    private static final int TRAIL_MAX = 20;
    private static final int KEY_MAX = 200;

    public KeyPaging {
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
        trail =
                trail.stream()
                        .skip(Math.max(0, trail.size() - TRAIL_MAX))
                        .filter(key -> key.length() <= KEY_MAX)
                        .toList();
    }

    /** Puts the ways to the other pages into a model, as the pager of the templates wants them. */
    public void show(Optional<String> key, Model model) {
        model.addAttribute("paging", this);
        model.addAttribute("next", next(key).orElse(""));
    }

    /**
     * The same for a service that was asked for one row more than the page shows.
     *
     * @param key the key of a row, with which the page behind it is asked for
     * @return the rows of the page
     */
    public <T> List<T> show(List<T> found, int rows, Function<T, String> key, Model model) {
        var page = found.subList(0, Math.min(rows, found.size()));
        var more = found.size() > rows;
        show(more ? Optional.of(key.apply(page.getLast())) : Optional.empty(), model);
        return page;
    }

    /** The next page's address; empty on the last page. */
    public Optional<String> next(Optional<String> key) {
        var longer = new ArrayList<>(trail);
        longer.add(after);
        return key.map(next -> address(filters, next, longer));
    }

    /** The previous page's address; empty on the first page. */
    public Optional<String> previous() {
        if (after.isEmpty()) {
            return Optional.empty();
        }
        return trail.isEmpty()
                ? Optional.of(first())
                : Optional.of(
                        address(filters, trail.getLast(), trail.subList(0, trail.size() - 1)));
    }

    /** This page's own address, for a part of it that refreshes itself. */
    public String here() {
        return address(filters, after, trail);
    }

    public String first() {
        return address(filters, "", List.of());
    }

    /** The first page with another value of one filter. */
    public String with(String filter, String value) {
        var changed = new LinkedHashMap<>(filters);
        changed.put(filter, value);
        return address(changed, "", List.of());
    }

    /** Whether any filter is set. */
    public boolean filtered() {
        return filters.values().stream().anyMatch(value -> !value.isEmpty());
    }

    private String address(Map<String, String> values, String key, List<String> before) {
        return address(path, values, key, before);
    }

    /**
     * @param path it may carry parameters of its own, without signs to be escaped
     */
    static String address(
            String path, Map<String, String> values, String key, List<String> before) {
        var address = UriComponentsBuilder.fromUriString(path);
        var binds = new HashMap<String, Object>();
        values.forEach((name, value) -> add(address, binds, name, value));
        add(address, binds, "after", key);
        for (var n = 0; n < before.size(); n++) {
            address.queryParam("trail", "{trail" + n + "}");
            binds.put("trail" + n, before.get(n));
        }
        return address.encode().buildAndExpand(binds).toUriString();
    }

    private static void add(
            UriComponentsBuilder address, Map<String, Object> binds, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}");
            binds.put(name, value);
        }
    }
}
