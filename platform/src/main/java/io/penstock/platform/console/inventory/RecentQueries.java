package io.penstock.platform.console.inventory;

import io.penstock.platform.search.Searched;

import jakarta.servlet.http.HttpSession;

import java.util.ArrayList;
import java.util.List;

/** What a person has asked since he signed in, newest first; it ends with the session. */
final class RecentQueries {

    private static final int KEPT = 8;

    private RecentQueries() {}

    static List<String> of(HttpSession session, Searched over) {
        return session.getAttribute(name(over)) instanceof List<?> kept
                ? kept.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Blank ones are no questions. */
    static void add(HttpSession session, Searched over, String query) {
        if (query.isBlank()) {
            return;
        }
        var queries = new ArrayList<String>();
        queries.add(query.strip());
        of(session, over).stream()
                .filter(one -> !one.equals(query.strip()))
                .limit(KEPT - 1L)
                .forEach(queries::add);
        session.setAttribute(name(over), queries);
    }

    private static String name(Searched over) {
        return "recent-" + over.name();
    }
}
