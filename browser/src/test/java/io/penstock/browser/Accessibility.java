package io.penstock.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a tool can see of WCAG 2.2 A and AA, and of our own rules: one first heading, no level left
 * out, nothing that scrolls sideways.
 */
final class Accessibility {

    private static final String AXE = read("/axe.min.js");

    /** Whether it is there already; it stays until the page is left. */
    private static final String LOADED = "() => window.axe !== undefined";

    private static final String RUN =
            """
            async (coloursOnly) => (await axe.run(
              coloursOnly ? {exclude: ['[data-repeats]']} : document, {
              runOnly: coloursOnly
                ? {type: 'rule', values: ['color-contrast', 'link-in-text-block']}
                : {type: 'tag',
                  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']},
              rules: {'target-size': {enabled: true}, 'heading-order': {enabled: true},
                'page-has-heading-one': {enabled: true}, 'landmark-one-main': {enabled: true}},
              resultTypes: ['violations'],
            })).violations.map((rule) => rule.id + ': ' + rule.nodes.slice(0, 3).map((node) =>
              node.target.join(' ') + ' ' + node.failureSummary.replace(/\\s+/g, ' ')).join('; '))
            """;

    private static final String TOO_WIDE =
            """
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
              : [...document.querySelectorAll('body *')]
                .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
                .filter((one) => !one.closest('.menu, .scroll'))
                .map((one) => one.outerHTML.slice(0, 120)).slice(0, 5)
            """;

    private Accessibility() {}

    static void check(Page page) {
        run(page, false);
        checkShape(page);
    }

    /**
     * The same for a page of which only the colours changed since it was checked: of the tool's
     * rules those that look at colours.
     */
    static void checkColours(Page page) {
        Repeats.mark(page);
        run(page, true);
        checkShape(page);
    }

    private static void checkShape(Page page) {
        assertThat(page.evaluate("() => document.querySelectorAll('h1').length"))
                .as("first headings of " + page.url())
                .isEqualTo(1);
        assertThat(texts(page.evaluate(TOO_WIDE)))
                .as("wider than the window of " + page.url())
                .isEmpty();
    }

    private static void run(Page page, boolean coloursOnly) {
        if (!(boolean) page.evaluate(LOADED)) {
            page.evaluate(AXE);
        }
        assertThat(texts(page.evaluate(RUN, coloursOnly))).as(page.url()).isEmpty();
    }

    @SuppressWarnings("unchecked") // The scripts above give arrays of texts.
    private static List<String> texts(Object found) {
        return (List<String>) found;
    }

    private static String read(String resource) {
        try (var in = Accessibility.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
