package io.penstock.platform.console.inventory;

import io.penstock.platform.search.Searched;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a list that a person sees. The choice is kept in a cookie, for it is one of the
 * screen that shows it.
 */
public record Columns(Searched over, Set<String> shown) {

    private static final String SEPARATOR = ".";
    private static final int COOKIE_MAX = 400;

    private static final List<Column> FINDINGS =
            List.of(
                    new Column("SEVERITY", "Severity", true),
                    new Column("SCORE", "Risk score", true),
                    new Column("CVE", "CVE", false),
                    new Column("HOST", "Host", true),
                    new Column("PRODUCT", "Product", true),
                    new Column("STATUS", "Status", true),
                    new Column("SOURCE", "Source", false),
                    new Column("LAST_FOUND", "Last found", true),
                    new Column("FIRST_FOUND", "First found", false));

    private static final List<Column> ASSETS =
            List.of(
                    new Column("OS", "Operating system", true),
                    new Column("ADDRESSES", "IP addresses", true),
                    new Column("SOURCES", "Sources", true),
                    new Column("CRITICALITY", "Criticality", true),
                    new Column("SCORE", "Risk score", true),
                    new Column("OPEN", "Open findings", true),
                    new Column("FIRST_SEEN", "First seen", false),
                    new Column("LAST_SEEN", "Last seen", true));

    public Columns {
        shown = Set.copyOf(shown);
    }

    /**
     * A column that can be left away; the name of a record cannot.
     *
     * @param usual shown when nothing was chosen
     */
    public record Column(String key, String label, boolean usual) {}

    /**
     * @param cookie as it came, or null; what is no column is passed over
     */
    static Columns of(Searched over, @Nullable String cookie) {
        if (cookie == null || cookie.isEmpty() || cookie.length() > COOKIE_MAX) {
            return new Columns(over, keys(all(over).filter(Column::usual)));
        }
        return chosen(over, List.of(cookie.split("\\.", -1)));
    }

    static Columns chosen(Searched over, List<String> keys) {
        return new Columns(over, keys(all(over).filter(column -> keys.contains(column.key()))));
    }

    static String cookieName(Searched over) {
        return over == Searched.FINDINGS ? "penstock-findings" : "penstock-hosts";
    }

    /** As it is kept; never empty. */
    String cookie() {
        return all().stream()
                .map(Column::key)
                .filter(shown::contains)
                .collect(Collectors.joining(SEPARATOR, "v1" + SEPARATOR, ""));
    }

    public List<Column> all() {
        return all(over).toList();
    }

    public boolean has(String key) {
        return shown.contains(key);
    }

    private static Stream<Column> all(Searched over) {
        return (over == Searched.FINDINGS ? FINDINGS : ASSETS).stream();
    }

    private static Set<String> keys(Stream<Column> columns) {
        return columns.map(Column::key).collect(Collectors.toUnmodifiableSet());
    }
}
