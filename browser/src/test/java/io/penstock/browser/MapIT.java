package io.penstock.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A transform map is cloned, edited, tried on a stored record, and saved as a new version. */
@ExtendWith(InBrowser.class)
class MapIT {

    @Test
    void clonesEditsTriesAndSaves(World world) {
        try (var tab = world.admin()) {
            tab.open("/maps");
            tab.follow(tab.page().getByRole(AriaRole.LINK, Names.like("Clone .*")).first());
            Accessibility.check(tab.page());
            tab.field("Transform Map Name").fill("A map of our own");
            tab.follow(tab.button("Clone and edit"));
            assertThat(tab.heading("Edit transform map")).isVisible();

            edits(tab);
            tries(tab);
            tab.page().getByLabel("Note").fill("names without blanks");
            tab.follow(tab.button("Save as a new version"));
            assertThat(tab.heading("A map of our own")).isVisible();
            assertThat(tab.main()).containsText("version 2");
            assertThat(tab.main()).containsText("names without blanks");
            tab.follow(tab.link("Versions"));
            tab.follow(tab.button("Show the difference"));
            assertThat(tab.main()).containsText("upper");
            Accessibility.check(tab.page());
        }
    }

    private static void edits(Tab tab) {
        tab.button("Edit row 1").click();
        tab.settle();
        assertThat(tab.button("Change row 1")).isVisible();
        var more = tab.page().getByText("Functions, value map, default");
        if (!tab.field("Function to add").isVisible()) {
            more.click();
        }
        tab.field("Function to add").selectOption("upper");
        tab.button("Add function").click();
        tab.settle();
        tab.button("Change row 1").click();
        tab.settle();
        assertThat(tab.button("Undo the last change")).isVisible();
        Accessibility.check(tab.page());
    }

    private static void tries(Tab tab) {
        tab.button("Draw a record and try it").click();
        tab.settle();
        assertThat(tab.heading("Result")).isVisible();
        assertThat(tab.main()).containsText("imported");
        Accessibility.check(tab.page());
        Screenshots.take(tab.page(), "map-editor", Look.LIGHT);
    }
}
