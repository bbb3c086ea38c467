package io.penstock.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

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
            tab.follow(tab.page().getByRole(AriaRole.LINK, Names.like("the run of .*")));
            Accessibility.check(tab.page());
            Screenshots.take(tab.page(), "run-held", Look.LIGHT);

            tab.field("Note").fill("patched on Tuesday");
            tab.follow(tab.page().getByRole(AriaRole.BUTTON, Names.like("Close \\d+ findings")));
            assertThat(tab.main()).containsText("Released by admin");
            assertThat(tab.main()).containsText("patched on Tuesday");
            assertThat(tab.field("Note").count()).isZero();
            Accessibility.check(tab.page());
        }
    }
}
