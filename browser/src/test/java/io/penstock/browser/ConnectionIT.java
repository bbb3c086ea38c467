package io.penstock.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.launcher.client.ConnectionIds;
import io.penstock.launcher.stack.EngineSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** From a new connection to its first run with data, and what its page hands out. */
@ExtendWith(InBrowser.class)
class ConnectionIT {

    private static final int HOSTS = 15;

    @Test
    void goesFromTheFormToTheFirstRunWithData(World world) throws Exception {
        var site = world.site();
        var source = site.newSource(HOSTS, 21);
        try (var tab = world.stranger()) {
            SignIn.with(tab, site.admin());
            make(tab, "Second tenant", source);
            assertThat(tab.heading("Second tenant")).isVisible();
            assertThat(tab.main()).containsText("Registered");

            var keys = env(tab.download(tab.link("Download second-tenant.env")));
            keys.put("qualys.user.username", site.engine().username());
            keys.put("qualys.user.password", site.engine().password());
            site.pull(ids(keys), new EngineSettings(keys));

            tab.open(tab.path());
            assertThat(tab.main()).containsText("Processed");
            assertThat(tab.main()).containsText("The ledger balances.");
            tab.follow(tab.link("Details and rejected records"));
            assertThat(tab.main()).containsText("Complete");
            tab.open(
                    Screen.HOSTS
                            + "?query=inventory%3A%20(source%3A%20%60CrowdStrike"
                            + "%20Spotlight%60)");
            assertThat(tab.rowLinks().first()).isVisible();
        }
    }

    @Test
    void keepsWhatWasTypedButNoSecretWhenTheFormIsWrong(World world) {
        try (var tab = world.admin()) {
            tab.watch().expect(400);
            tab.open("/connections/new");
            tab.field("Name").fill("Half a connection");
            tab.field("Auth URL").fill("http://example.org");
            tab.field("Client ID").fill("abc");
            tab.field("Client Secret").fill("a secret nobody may see");
            tab.follow(tab.button("Create connection"));

            assertThat(tab.alert()).isVisible();
            assertThat(tab.field("Name")).hasValue("Half a connection");
            assertThat(tab.field("Client Secret")).hasValue("");
            assertThat(tab.page().content()).doesNotContain("a secret nobody may see");
        }
    }

    @Test
    void handsOutAnEnvFileWithoutASecretAndTheImageWithItsSum(World world) throws Exception {
        var site = world.site();
        try (var tab = world.admin()) {
            connection(tab);
            var file = tab.download(tab.link("Download simulated-falcon.env"));
            var env = new String(file, StandardCharsets.UTF_8);
            assertThat(env)
                    .contains("qualys.connectionUuid=" + site.connection().uuid() + "\n")
                    .contains("connector.api.url=" + site.address() + "\n")
                    .contains("qualys.user.password=\n")
                    .doesNotContain(site.source().client().secret());

            var image = tab.download(tab.link("Download image"));
            assertThat(image).isEqualTo(Files.readAllBytes(site.image()));
            var sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image));
            assertThat(tab.main()).containsText("SHA-256 " + sum);
        }
    }

    @Test
    void takesAnOrderToRunAndOneToReadEverything(World world) {
        try (var tab = world.admin()) {
            connection(tab);
            tab.follow(tab.button("Run"));
            assertThat(tab.main()).containsText("Last order to run: Waiting");
            tab.follow(tab.button("Read everything next"));
            assertThat(tab.button("The next run is full")).isDisabled();
        }
    }

    private static void make(Tab tab, String name, Source source) {
        tab.follow(tab.link("New connection").first());
        tab.field("Name").fill(name);
        tab.field("Auth URL").fill(source.address().toString());
        tab.field("Client ID").fill(source.client().id());
        tab.field("Client Secret").fill(source.client().secret());
        tab.follow(tab.button("Create connection"));
    }

    private static void connection(Tab tab) {
        tab.follow(tab.open("/connections").link(Site.CONNECTION));
    }

    private static ConnectionIds ids(Map<String, String> keys) {
        return new ConnectionIds(
                UUID.fromString(keys.getOrDefault("qualys.connectionUuid", "")),
                UUID.fromString(keys.getOrDefault("qualys.profileUuid", "")),
                UUID.fromString(keys.getOrDefault("qualys.customerUuid", "")));
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
}
