package io.penstock.browser;

import java.util.function.BiConsumer;

/**
 * A main screen, and the way to it from a signed-in start.
 *
 * @param name of its picture, too
 */
record Screen(String name, BiConsumer<Tab, Site> way) {

    /** What an answer to a bad query bears. */
    private static final int BAD_REQUEST = 400;

    static Screen at(String name, String path) {
        return new Screen(name, (tab, _) -> tab.open(path));
    }

    /** A part of the page of the connection that has data. */
    static Screen ofConnection(String name, String part) {
        return new Screen(
                name, (tab, site) -> tab.open("/connections/" + site.connection().uuid() + part));
    }

    /** The first of a list. */
    static Screen firstOf(String name, String list) {
        return new Screen(name, (tab, _) -> tab.follow(tab.open(list).rowLinks().first()));
    }

    /** Where a link of this one leads. */
    Screen then(String other, String link) {
        return new Screen(
                other,
                (tab, site) -> {
                    way.accept(tab, site);
                    tab.settle();
                    tab.follow(tab.link(link).first());
                });
    }

    /** Goes there and waits until all of it is shown. */
    void enter(Tab tab, Site site) {
        if (name.endsWith("-error")) {
            tab.watch().expect(BAD_REQUEST);
        }
        way.accept(tab, site);
        tab.settle();
    }
}
