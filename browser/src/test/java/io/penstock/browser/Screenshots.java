package io.penstock.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;

import io.penstock.testkit.SourceTree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.Supplier;

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
        var options = new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED);
        keep(name, () -> page.screenshot(options));
    }

    /** Only what the page is about: the ground around it would be too large a picture. */
    static void takeMain(Tab tab, String name) {
        keep(name, () -> tab.main().screenshot(new Locator.ScreenshotOptions()));
    }

    private static void keep(String name, Supplier<byte[]> picture) {
        var file = SourceTree.root().resolve("docs/screenshots").resolve(name + ".png");
        try {
            if (WRITE) {
                Files.write(file, Palette.reduce(picture.get()));
            }
            assertThat(file).as("take it with -Dscreenshots.write=true").exists();
            assertThat(Files.size(file)).as(file.toString()).isLessThanOrEqualTo(BYTES_MAX);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
