package io.penstock.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;

import io.penstock.launcher.client.ConnectionIds;
import io.penstock.launcher.stack.EngineSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** From the door through the wizard's six steps to the first run with data. */
@ExtendWith(InBrowser.class)
class WizardIT {

    private static final int HOSTS = 15;
    private static final List<String> STEPS =
            List.of("Data Model", "Transform Maps", "Profile", "Select Identification Rules");

    @Test
    void goesFromTheDoorToTheFirstRunWithData(World world) throws IOException {
        var site = world.site();
        var source = site.newSource(HOSTS, 21);
        try (var tab = world.stranger()) {
            SignIn.with(tab, site.admin());
            basics(tab, "Second tenant", source);
            Accessibility.check(tab.page());
            for (var step : STEPS) {
                tab.follow(tab.button("Next →"));
                assertThat(tab.heading(step).first()).isVisible();
                Accessibility.check(tab.page());
            }
            tab.follow(tab.button("Next →"));
            reviews(tab, source);
            tab.follow(tab.button("Confirm and save"));
            assertThat(tab.heading("Connection saved")).isVisible();
            tab.follow(tab.link("Go to the connection"));
            assertThat(tab.main()).containsText("Registered");
            runs(tab, site);
        }
    }

    /** What was entered stays on every way through the steps; the secret is never sent back. */
    @Test
    void keepsWhatWasTypedAndTellsWhatIsMissing(World world) {
        try (var tab = world.admin()) {
            tab.watch().expect(400);
            tab.open("/connections/new");
            tab.field("Name").fill("Half a connection");
            tab.field("Client Secret").fill("a secret nobody may see");
            tab.follow(tab.button("Review"));

            assertThat(tab.main()).containsText("Not complete yet.");
            assertThat(tab.button("Confirm and save")).isDisabled();
            assertThat(tab.main()).containsText("entered");
            assertThat(tab.page().content()).doesNotContain("a secret nobody may see");
            tab.follow(tab.link("Edit Basic Details"));
            assertThat(tab.field("Name")).hasValue("Half a connection");
            assertThat(tab.field("Client Secret")).hasValue("");
            assertThat(tab.page().content()).doesNotContain("a secret nobody may see");
            tab.follow(tab.button("Cancel and discard"));
        }
    }

    @Test
    void movesARuleByKeyboardAndSaysSo(World world) {
        try (var tab = world.admin()) {
            tab.open("/connections/new");
            tab.field("Name").fill("Rules");
            tab.follow(tab.button("Select Identification Rules"));
            var rules =
                    tab.page().getByRole(AriaRole.LIST, Names.of("Identification rules in order"));
            var second = rules.getByRole(AriaRole.LISTITEM).nth(1).getByRole(AriaRole.CHECKBOX);
            var name = second.getAttribute("id");
            tab.page().getByRole(AriaRole.BUTTON, Names.like("Move .* down")).first().focus();
            tab.press("Enter");
            assertThat(tab.page().getByRole(AriaRole.STATUS).first()).containsText("is now number");
            assertThat(rules.getByRole(AriaRole.LISTITEM).nth(2).getByRole(AriaRole.CHECKBOX))
                    .hasAttribute("id", name);
            tab.follow(tab.button("Review"));
            tab.follow(tab.button("Cancel and discard"));
        }
    }

    private static void basics(Tab tab, String name, Source source) {
        tab.open("/connectors");
        tab.follow(
                tab.page()
                        .getByRole(AriaRole.LINK, Names.like("Create connection with .*"))
                        .first());
        tab.field("Name").fill(name);
        tab.field("Auth URL").fill(source.address().toString());
        tab.field("Client ID").fill(source.client().id());
        tab.field("Client Secret").fill(source.client().secret());
    }

    private static void reviews(Tab tab, Source source) {
        assertThat(tab.main()).containsText("Second tenant");
        assertThat(tab.main()).containsText(source.client().id());
        assertThat(tab.page().content()).doesNotContain(source.client().secret());
        Accessibility.check(tab.page());
    }

    private static void runs(Tab tab, Site site) throws IOException {
        var connection = tab.path();
        tab.follow(tab.link("Set-up").first());
        var keys = env(tab.download(tab.link("Download second-tenant.env")));
        keys.put("qualys.user.username", site.engine().username());
        keys.put("qualys.user.password", site.engine().password());
        site.pull(ids(keys), new EngineSettings(keys));

        tab.open(connection);
        assertThat(tab.main()).containsText("Processed");
        assertThat(tab.main()).containsText("The ledger balances.");
        tab.follow(tab.link("Details and rejected records"));
        assertThat(tab.main()).containsText("Complete");
        tab.open(
                Screens.HOSTS
                        + "?query=inventory%3A%20(source%3A%20%60CrowdStrike%20Spotlight%60)");
        assertThat(tab.rowLinks().first()).isVisible();
    }

    private static Map<String, String> env(byte[] file) {
        var keys = new HashMap<String, String>();
        new String(file, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .forEach(line -> {
                    var equals = line.indexOf('=');
                    keys.put(line.substring(0, equals), line.substring(equals + 1));
                });
        return keys;
    }

    private static ConnectionIds ids(Map<String, String> keys) {
        return new ConnectionIds(
                UUID.fromString(keys.getOrDefault("qualys.connectionUuid", "")),
                UUID.fromString(keys.getOrDefault("qualys.profileUuid", "")),
                UUID.fromString(keys.getOrDefault("qualys.customerUuid", "")));
    }
}
