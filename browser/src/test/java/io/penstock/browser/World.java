package io.penstock.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;

import io.penstock.launcher.client.Credentials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One installation with data, and the browser that looks at it. */
final class World implements AutoCloseable {

    /** Nothing of the browser's own goes out while it is watched. */
    private static final List<String> ARGUMENTS =
            List.of(
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-gpu");

    private final Playwright playwright;
    private final Browser browser;
    private final Site site;
    private final Map<String, String> sessions = new HashMap<>();

    private World(Playwright playwright, Browser browser, Site site) {
        this.playwright = playwright;
        this.browser = browser;
        this.site = site;
    }

    static World start(Path chromium) {
        try {
            var data = Path.of("target", "world");
            clear(data);
            var site = Site.start(data);
            try {
                var settings = DriverSettings.of(System.getenv());
                var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(settings));
                return new World(playwright, launch(playwright, chromium), site);
            } catch (RuntimeException e) {
                site.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Browser launch(Playwright playwright, Path chromium) {
        // Chromium's sandbox refuses to work for root, as whom containers run their builds.
        var root = "root".equals(System.getProperty("user.name"));
        return playwright
                .chromium()
                .launch(
                        new LaunchOptions()
                                .setExecutablePath(chromium)
                                .setArgs(ARGUMENTS)
                                .setChromiumSandbox(!root));
    }

    Site site() {
        return site;
    }

    /** A window of somebody who has not signed in. */
    Tab stranger() {
        return new Tab(browser.newContext(options()), site.address());
    }

    Tab admin() {
        return signedIn(site.admin());
    }

    Tab viewer() {
        return signedIn(site.viewer());
    }

    /** A window of a user, who signs in by the form once and keeps the session. */
    Tab signedIn(Credentials user) {
        var state = sessions.computeIfAbsent(user.username(), _ -> session(user));
        return new Tab(browser.newContext(options().setStorageState(state)), site.address());
    }

    private String session(Credentials user) {
        try (var tab = stranger()) {
            SignIn.with(tab, user);
            return tab.state();
        }
    }

    /** The same on every machine. */
    private static NewContextOptions options() {
        return new NewContextOptions()
                .setLocale("en-GB")
                .setTimezoneId("Europe/Zurich")
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        site.close();
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (var file : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
