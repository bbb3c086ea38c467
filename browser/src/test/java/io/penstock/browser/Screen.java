package io.penstock.browser;

import java.util.List;
import java.util.function.Consumer;

/**
 * A main screen, and the way to it from a signed-in start.
 *
 * @param name of its picture, too
 */
record Screen(String name, Consumer<Tab> way) {

    static final String HOSTS = "/inventory/assets/host";
    static final String FINDINGS = "/risk-management/findings/vulnerability";

    static final List<Screen> ALL =
            List.of(
                    at("connections", "/connections"),
                    new Screen("connection", Screen::connection),
                    new Screen("run", Screen::run),
                    at("hosts", HOSTS),
                    new Screen("host", tab -> first(tab, HOSTS)),
                    at("findings", FINDINGS),
                    new Screen("finding", tab -> first(tab, FINDINGS)),
                    at("query-error", FINDINGS + "?query=finding.severty%3A5"),
                    at("account", "/account"));

    /** Screens that a viewer has no business with. */
    static final List<Screen> ADMINISTRATORS = List.of(at("connection-new", "/connections/new"));

    /** Goes there and waits until all of it is shown. */
    void enter(Tab tab) {
        if (name.endsWith("-error")) {
            tab.watch().expect(400);
        }
        way.accept(tab);
        tab.settle();
    }

    private static Screen at(String name, String path) {
        return new Screen(name, tab -> tab.open(path));
    }

    private static void first(Tab tab, String list) {
        tab.follow(tab.open(list).rowLinks().first());
    }

    private static void connection(Tab tab) {
        tab.follow(tab.open("/connections").link(Site.CONNECTION));
    }

    private static void run(Tab tab) {
        connection(tab);
        tab.follow(tab.link("Details and rejected records"));
    }
}
