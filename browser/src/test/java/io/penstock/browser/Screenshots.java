package io.penstock.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The pictures of the documentation. {@code -Dscreenshots.write=true} takes them anew; otherwise
 * each must be there.
 */
final class Screenshots {

    private static final boolean WRITE = Boolean.getBoolean("screenshots.write");
    private static final long BYTES_MAX = 150_000;

    private Screenshots() {}

    /** All in light, and one of each other kind to show that they exist. */
    static void take(Page page, String name, Look look) {
        switch (look) {
            case LIGHT -> take(page, name);
            case DARK -> {
                if (name.equals("findings")) {
                    take(page, "findings-dark");
                }
            }
            case PHONE -> {
                if (name.equals("connection")) {
                    take(page, "connection-phone");
                }
            }
        }
    }

    private static void take(Page page, String name) {
        var file = Checkout.root().resolve("docs/screenshots").resolve(name + ".png");
        if (WRITE) {
            page.screenshot(options().setPath(file));
        }
        assertThere(file);
    }

    /** Only what the page is about: the ground around it would be too large a picture. */
    static void takeMain(Tab tab, String name) {
        var file = Checkout.root().resolve("docs/screenshots").resolve(name + ".png");
        if (WRITE) {
            tab.main().screenshot(new Locator.ScreenshotOptions().setPath(file));
        }
        assertThere(file);
    }

    private static Page.ScreenshotOptions options() {
        return new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED);
    }

    private static void assertThere(Path file) {
        assertThat(file).as("take it with -Dscreenshots.write=true").exists();
        assertThat(size(file)).as(file.toString()).isLessThanOrEqualTo(BYTES_MAX);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
