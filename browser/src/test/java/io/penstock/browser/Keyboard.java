package io.penstock.browser;

import static org.assertj.core.api.Assertions.assertThat;

/** By the Tab key alone everything on a page is reached, and one sees where one is. */
final class Keyboard {

    private static final int STOPS_MAX = 1_000;
    private static final String END = "end";

    /** Marks the element that has the focus; says what is wrong with it, or nothing. */
    private static final String STOP =
            """
            () => {
              const one = document.activeElement;
              // A field for a date has several stops.
              if (one === window.lastStop) return '';
              if (one === null || one === document.body || one.reached) return 'end';
              window.lastStop = one;
              one.reached = true;
              const style = getComputedStyle(one);
              const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
              return shown ? '' : 'no visible focus: ' + one.outerHTML.slice(0, 160);
            }
            """;

    private static final String MISSED =
            """
            () => [...document.querySelectorAll(
                'a[href], button, input, select, textarea, summary, [tabindex="0"]')]
              .filter((one) => one.tabIndex >= 0 && !one.matches(':disabled') && !one.reached
                && one.type !== 'radio' && one.checkVisibility({visibilityProperty: true}))
              .map((one) => one.outerHTML.slice(0, 160)).join('\\n')
            """;

    /** Some pages put the focus into their first field, and the way would begin behind it. */
    private static final String START =
            """
            () => {
              document.body.tabIndex = -1;
              document.body.focus();
              document.body.removeAttribute('tabindex');
            }
            """;

    private Keyboard() {}

    static void walk(Tab tab) {
        var page = tab.page();
        page.evaluate(START);
        for (var stops = 0; stops < STOPS_MAX; stops++) {
            tab.press("Tab");
            var said = String.valueOf(page.evaluate(STOP));
            if (said.equals(END)) {
                break;
            }
            assertThat(said).as(page.url()).isEmpty();
        }
        assertThat(page.evaluate(MISSED)).as("never reached on " + page.url()).isEqualTo("");
    }
}
