package io.penstock.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** Mark-up, marks that turn the writing around, and texts without end are text like any other. */
@ExtendWith(InBrowser.class)
class HostileIT {

    @Test
    void showsHostsAndFindingsAsText(World world) throws SQLException {
        try (var _ = Hostile.sow(world.site().postgres())) {
            try (var tab = world.admin()) {
                for (var name : List.of(Hostile.SCRIPT, Hostile.TURNED, Hostile.LONG)) {
                    showsHost(tab, name);
                }
                showsFinding(tab);
            }
        }
    }

    private static void showsHost(Tab tab, String name) {
        tab.open(Screens.HOSTS + "?query=" + asking(name));
        assertThat(tab.rowLinks().first()).containsText(name);
        check(tab);
        tab.follow(tab.rowLinks().first());
        assertThat(title(tab)).containsText(name);
        assertThat(tab.main()).containsText(Hostile.IMAGE);
        check(tab);
    }

    private static void showsFinding(Tab tab) {
        tab.open(Screens.HOSTS + "?query=" + asking(Hostile.SCRIPT));
        tab.follow(tab.rowLinks().first());
        tab.follow(tab.link(Hostile.IMAGE).first());
        assertThat(title(tab)).hasText(Hostile.IMAGE);
        assertThat(tab.main()).containsText(Hostile.SCRIPT);
        check(tab);
    }

    @Test
    void showsAHostileQueryAsText(World world) {
        var query = "\"><script>alert(3)</script>";
        try (var tab = world.admin()) {
            tab.watch().expect(400);
            tab.open(Screens.FINDINGS + "?query=" + encoded(query));
            assertThat(tab.field("Query")).hasValue(query);
            assertThat(tab.alert()).isVisible();
        }
    }

    private static void check(Tab tab) {
        for (var look : List.of(Look.PHONE, Look.LIGHT)) {
            look.at(tab.page());
            Accessibility.check(tab.page());
        }
    }

    private static Locator title(Tab tab) {
        return tab.page().getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
    }

    private static String asking(String name) {
        return encoded(
                name.equals(Hostile.LONG)
                        ? "asset.name:" + name + "*"
                        : "asset.name:`" + name + "`");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
