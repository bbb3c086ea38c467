package io.penstock.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;

/**
 * A page of the console in a window of its own, watched until it is closed. What is in it is found
 * as a person finds it, by role and name.
 */
final class Tab implements AutoCloseable {

    private static final double LIMIT_MILLIS = 20_000;

    private final BrowserContext context;
    private final Page page;
    private final Watch watch;
    private final URI site;

    Tab(BrowserContext context, URI site) {
        this.context = context;
        this.site = site;
        this.watch = Watch.over(context, site);
        context.setDefaultTimeout(LIMIT_MILLIS);
        this.page = context.newPage();
        Look.LIGHT.at(page);
    }

    Page page() {
        return page;
    }

    Watch watch() {
        return watch;
    }

    /** The session, for another window of the same user. */
    String state() {
        return context.storageState();
    }

    /** Opens an address of the console and waits until all its parts are there. */
    Tab open(String path) {
        page.navigate(site.resolve(path).toString());
        return settle();
    }

    /** Waits until every request is answered and shown. */
    Tab settle() {
        page.waitForLoadState(LoadState.LOAD);
        page.waitForCondition(watch::quiet);
        page.waitForFunction(
                "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')");
        return this;
    }

    /** Scrolls to the parts that wait for it, until all are there. */
    Tab reveal() {
        page.waitForFunction(
                """
                () => {
                  const one = document.querySelector(
                    '[hx-trigger~="revealed"]:not([data-hx-revealed])');
                  one?.scrollIntoView();
                  return one === null;
                }
                """);
        return settle();
    }

    /** Clicks on what leads to another page, and waits for that page. */
    Tab follow(Locator way) {
        return leave(way::click);
    }

    /** Does what leads to another page, and waits for that page. */
    Tab leave(Runnable way) {
        page.evaluate("() => { window.leaving = true; }");
        way.run();
        page.waitForFunction("() => window.leaving === undefined");
        return settle();
    }

    /** Clicks on what gives a file, and reads it. */
    byte[] download(Locator way) throws IOException {
        return Files.readAllBytes(page.waitForDownload(way::click).path());
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    Locator heading(String name) {
        return named(AriaRole.HEADING, name);
    }

    Locator button(String name) {
        return named(AriaRole.BUTTON, name);
    }

    Locator link(String name) {
        return named(AriaRole.LINK, name);
    }

    Locator field(String label) {
        return page.getByLabel(label, new GetByLabelOptions().setExact(true));
    }

    Locator alert() {
        return page.getByRole(AriaRole.ALERT);
    }

    /** What a page is about, without its menu. */
    Locator main() {
        return page.getByRole(AriaRole.MAIN);
    }

    /** The links in the cells of the page's tables. */
    Locator rowLinks() {
        var cells = main().getByRole(AriaRole.CELL).or(main().getByRole(AriaRole.ROWHEADER));
        return cells.getByRole(AriaRole.LINK);
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    private Locator named(AriaRole role, String name) {
        return page.getByRole(role, Names.of(name));
    }

    /** Also checks that nothing happened that no page may do. */
    @Override
    public void close() {
        context.close();
        watch.assertClean();
    }
}
