package io.penstock.platform.console.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.NewConnection;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.TestBrowser;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.security.Users;
import io.penstock.platform.setup.ProfileSetups;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Adding, changing and removing profiles on the pages of a connection. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProfilePagesIT {

    private TestPlatform platform;
    private TestBrowser browser;
    private Connections connections;
    private Connection connection;
    private String path;

    @BeforeAll
    void start(@TempDir Path data) {
        platform = TestPlatform.start(data);
        connections = platform.bean(Connections.class);
        connection =
                connections.create(
                        1,
                        new NewConnection(
                                "crowdstrike-onprem",
                                "<b>Main</b>",
                                "",
                                Map.of(
                                        "url", "http://127.0.0.1:9",
                                        "client-id", "abc",
                                        "client-secret", "hush-hush-hush")));
        path = "/connections/" + connection.uuid() + "/profiles/";
        browser = TestBrowser.signedIn(platform, "admin", platform.firstPassword());
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void addsChangesAndRemovesAProfile() {
        var form = browser.get(path + "new");
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("no schedule here").doesNotContain("<b>Main");
        var fields = fields("Weekly");
        assertThat(browser.post(path + "new", fields).statusCode()).isEqualTo(302);
        var made = named("Weekly");

        browser.get(path + made.uuid() + "/edit");
        fields.put("p0.name", "Weekly, quiet");
        fields.put("p0.status", "Inactive");
        fields.put("p0.floor", "5");
        var edited = browser.post(path + made.uuid() + "/edit", fields);
        assertThat(edited.statusCode()).as(edited.body()).isEqualTo(302);
        var changed = named("Weekly, quiet");
        assertThat(changed.active()).isFalse();
        var closings = platform.bean(ProfileSetups.class).of(changed).closings();
        assertThat(closings.breaker().floor()).isEqualTo(5);
        assertThat(closings.retainMissing()).isFalse();

        browser.get(path + made.uuid() + "/edit");
        assertThat(browser.post(path + made.uuid() + "/delete", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(connections.profile(connection, made.uuid())).isEmpty();
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        browser.get(path + "new");
        var fields = fields("default");
        fields.put("p0.description", "<i>kept</i>");
        var taken = browser.post(path + "new", fields);
        assertThat(taken.statusCode()).isEqualTo(400);
        assertThat(taken.body())
                .contains("Another profile of the connection is named")
                .contains("&lt;i&gt;kept&lt;/i&gt;");

        for (var bad :
                Map.of(
                                "p0.name", " ",
                                "p0.version", "99",
                                "p0.share", "101",
                                "p0.count", "many",
                                "p0.map", "00000000-0000-4000-8000-000000000001",
                                "p0.description", "x".repeat(10_000))
                        .entrySet()) {
            var one = fields("Bad");
            one.put(bad.getKey(), bad.getValue());
            assertThat(browser.post(path + "new", one).statusCode())
                    .as(bad.getKey())
                    .isEqualTo(400);
        }
        assertThat(connections.profiles(connection))
                .extracting(Profile::name)
                .doesNotContain("Bad");
    }

    @Test
    void theLastProfileStays() {
        var only = named("Default");
        browser.get(path + only.uuid() + "/edit");
        var answer = browser.post(path + only.uuid() + "/delete", Map.of());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("is the only one of the connection");
    }

    @Test
    void viewersAreRefused() {
        var user = platform.bean(Users.class).create(1, "profile-viewer", Role.VIEWER);
        var viewer = TestBrowser.signedIn(platform, "profile-viewer", user.password());

        assertThat(viewer.get(path + "new").statusCode()).isEqualTo(403);
        assertThat(viewer.get(path + named("Default").uuid() + "/edit").statusCode())
                .isEqualTo(403);
        viewer.get("/connections");
        assertThat(viewer.post(path + "new", fields("No")).statusCode()).isEqualTo(403);
    }

    private Map<String, String> fields(String name) {
        var map = platform.bean(ProfileSetups.class).of(named("Default")).profile().map();
        var fields = new HashMap<String, String>();
        fields.put("p0.name", name);
        fields.put("p0.map", String.valueOf(map));
        fields.put("p0.status", "Active");
        fields.put("p0.share", "20");
        fields.put("p0.floor", "100");
        return fields;
    }

    private Profile named(String name) {
        return connections.profiles(connection).stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
