package io.penstock.browser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * By the Tab key alone everything on a page is reached, and one sees where one is. Rows that repeat
 * others are stepped over: whatever is in them is reached in those.
 */
final class Keyboard {

    private static final int STOPS_MAX = 1_000;

    /** Between two questions whether the end is reached. */
    private static final int STRIDE = 25;

    /**
     * Marks every element that gets the focus and keeps what is wrong with it. Some pages put the
     * focus into their first field, and the way would begin behind it.
     */
    private static final String START =
            """
            () => {
              document.querySelectorAll('[data-repeats]').forEach((row) => { row.inert = true; });
              window.unseen = [];
              window.around = false;
              document.addEventListener('focusin', ({target}) => {
                // A field for a date has several stops, and tells only the first.
                window.around ||= target.reached === true;
                target.reached = true;
                const style = getComputedStyle(target);
                if (style.outlineStyle === 'none' || !(parseFloat(style.outlineWidth) > 0)) {
                  window.unseen.push(target.outerHTML.slice(0, 160));
                }
              });
              document.body.tabIndex = -1;
              document.body.focus();
              document.body.removeAttribute('tabindex');
              window.unseen = [];
            }
            """;

    private static final String OVER =
            """
            () => window.around || document.activeElement === null
              || document.activeElement === document.body
            """;

    private static final String MISSED =
            """
            () => [...document.querySelectorAll(
                'a[href], button, input, select, textarea, summary, [tabindex="0"]')]
              .filter((one) => one.tabIndex >= 0 && !one.matches(':disabled') && !one.reached
                && one.type !== 'radio' && !one.closest('[data-repeats]')
                && one.checkVisibility({visibilityProperty: true}))
              .map((one) => one.outerHTML.slice(0, 160)).join('\\n')
            """;

    private Keyboard() {}

    static void walk(Tab tab) {
        // A part that comes when the way is already past it would count as never reached.
        var page = tab.reveal().page();
        Repeats.mark(page);
        page.evaluate(START);
        var over = false;
        for (var stops = 0; stops < STOPS_MAX && !over; stops += STRIDE) {
            for (var i = 0; i < STRIDE; i++) {
                tab.press("Tab");
            }
            over = (boolean) page.evaluate(OVER);
        }
        assertThat(page.evaluate("() => window.unseen.join('\\n')"))
                .as("no visible focus on " + page.url())
                .isEqualTo("");
        assertThat(page.evaluate(MISSED)).as("never reached on " + page.url()).isEqualTo("");
    }
}
