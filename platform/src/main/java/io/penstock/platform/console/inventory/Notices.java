package io.penstock.platform.console.inventory;

import io.penstock.platform.search.Searched;

import jakarta.servlet.http.HttpSession;

/** What was done, said once on the list that the person comes back to. */
final class Notices {

    private Notices() {}

    static void put(HttpSession session, Searched over, String sentence) {
        session.setAttribute(name(over), sentence);
    }

    /** Empty when there is nothing to say. */
    static String take(HttpSession session, Searched over) {
        var sentence = session.getAttribute(name(over));
        session.removeAttribute(name(over));
        return sentence instanceof String text ? text : "";
    }

    private static String name(Searched over) {
        return "notice-" + over.name();
    }
}
