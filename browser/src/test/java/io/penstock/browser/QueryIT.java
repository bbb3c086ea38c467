package io.penstock.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.regex.Pattern;

/** The query bar by keyboard: suggestions, results, and where a query is wrong. */
@ExtendWith(InBrowser.class)
class QueryIT {

    @Test
    void suggestsByKeyboardAloneAndFinds(World world) {
        try (var tab = world.viewer()) {
            tab.open(Screens.FINDINGS);
            tab.press("/");
            assertThat(bar(tab)).isFocused();
            tab.type("finding.sev");
            assertThat(options(tab).first()).isVisible();
            assertThat(bar(tab)).hasAttribute("aria-expanded", "true");

            tab.press("ArrowDown");
            var chosen = tab.page().getByRole(AriaRole.OPTION, selected());
            assertThat(chosen).containsText("finding.severity");
            assertThat(bar(tab)).hasAttribute("aria-activedescendant", chosen.getAttribute("id"));
            tab.press("Enter");
            assertThat(bar(tab)).hasValue(Pattern.compile("finding\\.severity.*"));

            bar(tab).fill("finding.severity:[3, 4, 5]");
            tab.press("Escape");
            assertThat(options(tab)).hasCount(0);
            tab.leave(() -> tab.press("Enter"));
            assertThat(tab.rowLinks().first()).isVisible();
            assertThat(tab.page().url()).contains("query=finding.severity");
        }
    }

    @Test
    void showsWhereAQueryIsWrongAndWhatWasMeant(World world) {
        try (var tab = world.viewer()) {
            tab.watch().expect(400);
            tab.open(Screens.FINDINGS);
            bar(tab).fill("finding.severity:5 and finding.severty:4");
            tab.press("Escape");
            tab.leave(() -> tab.press("Enter"));

            assertThat(tab.alert()).containsText("Did you mean finding.severity?");
            assertThat(tab.alert().locator("mark")).hasText("f");
            assertThat(bar(tab)).hasValue("finding.severity:5 and finding.severty:4");
            assertThat(bar(tab)).hasAttribute("aria-invalid", "true");
            assertThat(bar(tab)).hasAttribute("aria-describedby", "query-fault");
        }
    }

    @Test
    void saysWhatToDoWhenNothingMatches(World world) {
        try (var tab = world.viewer()) {
            tab.open(Screens.HOSTS + "?query=asset.name:nobody-is-called-so");
            assertThat(tab.heading("No host matches")).isVisible();
            tab.follow(tab.link("show all hosts"));
            assertThat(tab.rowLinks().first()).isVisible();
        }
    }

    @Test
    void pagesForwardAndBack(World world) {
        try (var tab = world.viewer()) {
            tab.open(Screens.HOSTS);
            var first = tab.rowLinks().first().innerText();
            tab.follow(tab.link("Next →"));
            assertThat(tab.rowLinks().first().innerText()).isNotEqualTo(first);
            tab.follow(tab.link("← Previous"));
            assertThat(tab.rowLinks().first()).hasText(first);
        }
    }

    private static Page.GetByRoleOptions selected() {
        return new Page.GetByRoleOptions().setSelected(true);
    }

    private static Locator bar(Tab tab) {
        return tab.field("Query");
    }

    private static Locator options(Tab tab) {
        return tab.page().getByRole(AriaRole.OPTION);
    }
}
