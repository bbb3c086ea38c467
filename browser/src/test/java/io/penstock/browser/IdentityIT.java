package io.penstock.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two hosts are merged by a person, who sees first what becomes of them, and split again. */
@ExtendWith(InBrowser.class)
class IdentityIT {

    @Test
    void mergesAfterALookAndSplitsAgain(World world) {
        try (var tab = world.admin()) {
            tab.open(Screens.HOSTS);
            tab.follow(tab.rowLinks().first());
            var host = tab.path();
            tab.follow(tab.link("Merge…"));
            Accessibility.check(tab.page());
            tab.follow(
                    tab.page()
                            .getByRole(AriaRole.BUTTON, Names.like("Preview the merge with .*"))
                            .first());
            assertThat(tab.heading("It would be one host")).isVisible();
            Accessibility.check(tab.page());
            Screenshots.take(tab.page(), "merge", Look.LIGHT);
            decides(tab, "Merge", "one machine, by its label");

            tab.open(host);
            assertThat(tab.main()).containsText("2 records are this machine");
            tab.follow(tab.link("Split…"));
            tab.main().getByRole(AriaRole.CHECKBOX).first().check();
            tab.follow(tab.button("Look at what it comes to"));
            assertThat(tab.heading("It would be 2 hosts")).isVisible();
            Accessibility.check(tab.page());
            decides(tab, "Split", "the label was wrong");
            assertThat(tab.open(host).link("Split…").count()).isZero();
        }
    }

    private static void decides(Tab tab, String button, String reason) {
        tab.field("Reason").fill(reason);
        tab.follow(tab.button(button));
        assertThat(tab.main()).containsText("The decision is made");
    }
}
