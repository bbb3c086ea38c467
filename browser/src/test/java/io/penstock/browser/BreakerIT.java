package io.penstock.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Closings that the breaker holds are looked at and released by a person. */
@ExtendWith(InBrowser.class)
class BreakerIT {

    private static final int HOSTS = 12;

    @Test
    void releasesHeldClosingsAndSaysWhoDidIt(World world) {
        var site = world.site();
        var source = site.newSource(HOSTS, 33);
        var ids = site.session().createConnection(source.draft("Held tenant", ""));
        site.rest()
                .call(
                        "PUT",
                        "connections/"
                                + ids.uuid()
                                + "/profiles/"
                                + ids.profileUuid()
                                + "/closings",
                        "{\"breakerShare\": 1, \"breakerFloor\": 0}");
        site.pull(ids);
        source.advance(7, 0.5);
        site.pull(ids, "run", "--full");

        try (var tab = world.admin()) {
            tab.follow(tab.open("/connections").link("Held tenant"));
            assertThat(tab.main()).containsText("findings would close and wait for a decision");
            tab.follow(tab.link("look at them"));
            Accessibility.check(tab.page());
            Screenshots.take(tab.page(), "run-held", Look.LIGHT);
            releases(tab);
        }
    }

    private static void releases(Tab tab) {
        tab.page().getByLabel("Note").fill("patched on Tuesday");
        tab.main().getByRole(AriaRole.CHECKBOX).check();
        tab.follow(tab.page().getByRole(AriaRole.BUTTON, Names.like("Close \\d+ findings")));
        assertThat(tab.main()).containsText("Released by admin");
        assertThat(tab.main()).containsText("patched on Tuesday");
        Accessibility.check(tab.page());
    }
}
