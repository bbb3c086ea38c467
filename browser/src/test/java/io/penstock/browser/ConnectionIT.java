package io.penstock.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;

/** What the pages of a connection hand out and set going. */
@ExtendWith(InBrowser.class)
class ConnectionIT {

    @Test
    void handsOutAnEnvFileWithoutASecretAndTheImageWithItsSum(World world) throws Exception {
        var site = world.site();
        try (var tab = world.admin()) {
            connection(tab);
            tab.follow(tab.link("Set-up").first());
            var file = tab.download(tab.link("Download simulated-falcon.env"));
            assertThat(new String(file, StandardCharsets.UTF_8))
                    .contains("qualys.connectionUuid=" + site.connection().uuid() + "\n")
                    .contains("connector.api.url=" + site.address() + "\n")
                    .contains("qualys.user.password=\n")
                    .doesNotContain(site.source().client().secret());

            var image = tab.download(tab.link("Download engine image"));
            assertThat(image).isEqualTo(Files.readAllBytes(site.image()));
            var sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image));
            assertThat(tab.main()).containsText(sum);
        }
    }

    @Test
    void takesAnOrderByKeyboardFromTheMenuOfQuickActions(World world) {
        try (var tab = world.admin()) {
            connection(tab);
            var menu = tab.main().getByText("Quick Actions").first();
            menu.focus();
            tab.press("Enter");
            assertThat(tab.button("Run now: changes")).isVisible();
            tab.press("ArrowDown");
            assertThat(tab.button("Run now: changes")).isFocused();
            tab.press("Escape");
            assertThat(menu).isFocused();
            assertThat(tab.button("Run now: changes")).isHidden();
            tab.press("Enter");
            tab.press("ArrowDown");
            tab.leave(() -> tab.press("Enter"));
            assertThat(tab.main()).containsText("Waiting for engine.");
        }
    }

    @Test
    void asksForAFullRun(World world) {
        try (var tab = world.admin()) {
            connection(tab);
            tab.follow(tab.link("Health"));
            tab.follow(tab.button("Read everything next"));
            assertThat(tab.button("The next run is full")).isDisabled();
        }
    }

    private static void connection(Tab tab) {
        tab.follow(tab.open("/connections").link(Site.CONNECTION));
    }
}
