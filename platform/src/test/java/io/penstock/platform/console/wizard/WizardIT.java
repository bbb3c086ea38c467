package io.penstock.platform.console.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.identity.ConnectionRules;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.TestBrowser;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.security.Users;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The wizard from the catalogue to a stored connection, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WizardIT {

    private static final String SECRET = "hush-hush-hush";
    private static final String NEW = "/connections/new";
    private static final Pattern PLACE =
            Pattern.compile("name=\"(place\\.[^\"]+)\" value=\"([0-9]+)\"");
    private static final Pattern ON =
            Pattern.compile("name=\"(on\\.[^\"]+)\" value=\"true\"[^>]* checked=");
    private static final String HOSTILE = "<b>Main</b>\u202Etenant";

    private TestPlatform platform;
    private TestBrowser browser;
    private Connections connections;

    @BeforeAll
    void start(@TempDir Path data) {
        platform = TestPlatform.start(data);
        connections = platform.bean(Connections.class);
        browser = TestBrowser.signedIn(platform, "admin", platform.firstPassword());
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void leadsThroughSixStepsToAConnectionThatIsStoredWhole() {
        var draft = begin(basics("By wizard"));
        assertThat(draft).endsWith("/data-model");

        assertThat(page(draft).body()).contains("crowdstrike-spotlight").contains("host_info");
        var maps = follow(draft, Map.of());
        assertThat(maps).endsWith("/transform-maps");
        assertThat(page(maps).body())
                .containsPattern("type=\"radio\"[^>]*checked")
                .contains("/clone?back=/connections/new/");
        var profile = follow(maps, Map.of());
        assertThat(page(profile).body()).contains("There is no schedule here");
        var rules = follow(profile, Map.of());
        assertThat(rules).endsWith("/identification-rules");
        var review = follow(rules, allRules(page(rules).body()));
        assertThat(page(review).body())
                .contains("By wizard", "https://api.example.org", "Host Asset", "Confirm and save")
                .contains("••••••••")
                .doesNotContain("hush", "Not complete yet");

        var saved = browser.post(base(review) + "/confirm", Map.of("then", "save"));
        var made = named("By wizard");
        assertThat(location(saved)).endsWith("/connections/" + made.uuid() + "/created");
        assertThat(connections.settingsWithSecrets(made)).containsEntry("client-secret", SECRET);
        assertThat(connections.scope(made).findings().label()).isEqualTo("Vulnerability");
        assertThat(connections.profiles(made)).hasSize(1);
        assertThat(platform.bean(ConnectionRules.class).of(made).custom()).isFalse();
        assertThat(browser.get(review).statusCode()).as("the draft has ended").isEqualTo(404);
    }

    @Test
    void everyPageIsEscapedAndUnderAStrictPolicy() {
        var draft = base(begin(basics(HOSTILE)));
        var pages =
                List.of(
                        "/connectors",
                        NEW,
                        draft + "/basic-details",
                        draft + "/data-model",
                        draft + "/transform-maps",
                        draft + "/profile",
                        draft + "/identification-rules",
                        draft + "/review");
        for (var path : pages) {
            var answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .doesNotContain("unsafe");
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain("<b>Main", "hush")
                    .doesNotContainPattern("<script>|<style|<[^>]*\\s(?:on[a-z]+|style)=")
                    .doesNotContainPattern("(?:src|href)=\"https?://");
        }
        browser.get(NEW);
        browser.post(draft + "/cancel", Map.of());
        assertThat(browser.get(draft + "/review").statusCode()).isEqualTo(404);
    }

    @Test
    void nextSaysWhatIsWrongAndBackKeepsWhatWasEntered() {
        var fields = new HashMap<>(basics(""));
        fields.put("setting.url", "http://plain.example.org");
        browser.get(NEW);
        var refused = browser.post(NEW, fields);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("&#39;Name&#39; is required and is empty.")
                .contains("only https keeps the secret safe")
                .contains("value=\"abc\"")
                .contains("entered; empty keeps it")
                .doesNotContain("hush");
        var draft = refused.body().replaceAll("(?s).*action=\"(/connections/new/[^/]+)/.*", "$1");

        // Elsewhere without a check, and back without the secret: nothing is lost.
        fields.remove("setting.client-secret");
        fields.put("go", "review");
        assertThat(location(browser.post(draft + "/basic-details", fields))).endsWith("/review");
        assertThat(browser.get(draft + "/review").body())
                .contains("Not complete yet", "Basic Details", "••••••••")
                .containsPattern("value=\"save\"[^>]*disabled");
        assertThat(browser.post(draft + "/confirm", Map.of()).statusCode()).isEqualTo(400);
        assertThat(connections.all(1)).noneMatch(one -> one.name().isBlank());

        fields.putAll(basics("Mended"));
        fields.remove("setting.client-secret");
        fields.put("go", "next");
        fields.put("forget.client-secret", "true");
        var forgotten = browser.post(draft + "/basic-details", fields);
        assertThat(forgotten.statusCode()).isEqualTo(400);
        assertThat(forgotten.body()).contains("&#39;Client Secret&#39; is required and is empty.");
    }

    @Test
    void aTakenNameIsRefusedInTheFirstStepAndAtTheEnd() {
        confirm(begin(basics("Taken")), "save");
        browser.get(NEW);
        var refused = browser.post(NEW, basics("TAKEN"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Another connection is named");

        var late = begin(basics("Raced"));
        confirm(begin(basics("raced")), "save");
        page(late);
        var answer = browser.post(base(late) + "/confirm", Map.of());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Another connection is named");
    }

    @Test
    void profilesAreAddedAndRemovedAndAllStored() {
        var draft = base(begin(basics("Two profiles")));
        var path = draft + "/profile";
        var map = page(path).body().replaceAll("(?s).*option value=\"([0-9a-f-]{36})\".*", "$1");
        var fields = new HashMap<>(profile("p0.", "Daily", map));
        fields.put("go", "add");
        assertThat(location(browser.post(path, fields))).endsWith("/profile#p1");

        page(path);
        fields.putAll(profile("p1.", "daily", map));
        fields.put("go", "next");
        var refused = browser.post(path, fields);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Another profile of the connection is named");

        fields.putAll(profile("p1.", "Quiet", map));
        fields.put("p1.status", "Inactive");
        fields.remove("p1.retain");
        fields.put("p1.share", "7");
        assertThat(location(browser.post(path, fields))).endsWith("/identification-rules");

        page(path);
        fields.put("go", "add");
        browser.post(path, fields);
        page(path);
        fields.put("go", "remove.2");
        fields.put("p2.name", "");
        browser.post(path, fields);

        confirm(draft + "/review", "save");
        var made = named("Two profiles");
        assertThat(connections.profiles(made))
                .extracting("name", "active")
                .containsExactly(tuple("Daily", true), tuple("Quiet", false));
        var quiet = connections.profiles(made).getLast();
        assertThat(
                        platform.bean(JdbcClient.class)
                                .sql(
                                        "select breaker_share from profile where profile_id = ?"
                                                + " and not retain_missing")
                                .param(quiet.id())
                                .query(Integer.class)
                                .single())
                .isEqualTo(7);
    }

    @Test
    void rulesAreOrderedAndSwitchedAndTheLastOneStays() {
        var draft = base(begin(basics("Own rules")));
        var path = draft + "/identification-rules";
        var fields = new HashMap<>(allRules(page(path).body()));
        var off = new HashMap<>(fields);
        off.keySet().removeIf(name -> name.startsWith("on."));
        var refused = browser.post(path, off);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Leave at least one on.");

        fields.remove("on.hostname-mac");
        fields.put("go", "up.hardware-uuid");
        assertThat(location(browser.post(path, fields))).endsWith("#rule-hardware-uuid");
        var moved = allRules(page(path).body());
        assertThat(moved)
                .containsEntry("place.hardware-uuid", "1")
                .doesNotContainKey("on.hostname-mac");
        assertThat(location(browser.post(path, moved))).endsWith("/review");

        confirm(draft + "/review", "save");
        var lines = platform.bean(ConnectionRules.class).of(named("Own rules"));
        assertThat(lines.custom()).isTrue();
        assertThat(lines.lines().get(1).rule().key()).isEqualTo("hardware-uuid");
    }

    @Test
    void aCloneHasEverythingButTheSecretAndAFreeName() {
        confirm(begin(basics("Original")), "save");
        var original = named("Original");
        var form = browser.get("/connections/" + original.uuid() + "/clone");
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("value=\"Original copy\"", "value=\"abc\"");

        var fields = new HashMap<>(basics("Original copy"));
        fields.remove("setting.client-secret");
        fields.put("from", original.uuid().toString());
        var refused = browser.post(NEW, fields);
        assertThat(refused.body()).contains("&#39;Client Secret&#39; is required");

        browser.get("/connections/" + original.uuid() + "/clone");
        fields.put("setting.client-secret", "another");
        confirm(location(browser.post(NEW, fields)), "save");
        assertThat(connections.settingsWithSecrets(named("Original copy")))
                .containsEntry("client-secret", "another");
        assertThat(browser.get("/connections/" + original.uuid() + "/clone").body())
                .contains("value=\"Original copy 2\"");
    }

    @Test
    void saveAndRunLeadsToTheSetUpUntilAnEngineIsThere() {
        var jdbc = platform.bean(JdbcClient.class);
        var first = confirm(begin(basics("Runs first")), "run");
        assertThat(location(first)).endsWith("/set-up");
        assertThat(orders()).isZero();

        jdbc.sql(
                        """
                        insert into engine_presence (tenant_id, connection_id, process_id,
                            profile_id, username, version, host, schedule, zone, next_runs,
                            last_result, last_fault, seen_at)
                        select tenant_id, connection_id, gen_random_uuid(), profile_id, 'engine',
                            '1', 'vm', '', 'UTC', '{}', '', '', now()
                        from profile limit 1
                        """)
                .update();
        var second = confirm(begin(basics("Runs second")), "run");
        assertThat(location(second)).endsWith(named("Runs second").uuid().toString());
        assertThat(orders()).isEqualTo(1);
        jdbc.sql("delete from engine_presence").update();
        jdbc.sql("delete from run_order").update();
    }

    @Test
    void theLastPageTestsTheConnectionAndNamesTheMissingScope() {
        var path = location(confirm(begin(basics("Tested")), "save"));
        assertThat(browser.get(path).body()).contains("Not tested yet", "Profile UUID");
        assertThat(browser.post(path + "/checks", Map.of()).statusCode()).isEqualTo(302);
        assertThat(browser.get(path).body()).contains("hx-trigger=\"every 2s\"", "badge c-waiting");
        assertThat(browser.post(path + "/checks", Map.of()).statusCode()).isEqualTo(409);

        var jdbc = platform.bean(JdbcClient.class);
        jdbc.sql(
                        """
                        update connection_check set state = 'FAILED', answered_at = now()
                        where connection_id = ?
                        """)
                .param(named("Tested").id())
                .update();
        jdbc.sql(
                        """
                        insert into check_step (tenant_id, check_id, step, name, outcome, millis,
                            sentence, hint)
                        select tenant_id, check_id, 0, 'Hosts', 'FAILED', 1,
                            'The scope Hosts: Read is missing.', '<i>x'
                        from connection_check where connection_id = ?
                        """)
                .param(named("Tested").id())
                .update();
        assertThat(browser.get(path + "/check").body())
                .contains("The scope Hosts: Read is missing.", "&lt;i&gt;x")
                .doesNotContain("hx-trigger");
    }

    @Test
    void theSessionKeepsAFewDraftsOnly() {
        var first = base(begin(basics("Draft 0")));
        for (var i = 1; i <= Drafts.KEPT; i++) {
            begin(basics("Draft " + i));
        }

        assertThat(browser.get(first + "/review").statusCode()).isEqualTo(404);
        assertThat(browser.get(NEW).body())
                .contains("Unfinished:", "Draft 5")
                .doesNotContain("Draft 0");
    }

    @Test
    void viewersSeeTheCatalogueAndNothingElseOfIt() {
        var user = platform.bean(Users.class).create(1, "wizard-viewer", Role.VIEWER);
        var viewer = TestBrowser.signedIn(platform, "wizard-viewer", user.password());
        confirm(begin(basics("Seen by viewers")), "save");
        var made = named("Seen by viewers");

        assertThat(viewer.get("/connectors").body())
                .contains("Source data model", "/ui/wizard-")
                .doesNotContain("Create connection");
        assertThat(viewer.get(NEW).statusCode()).isEqualTo(403);
        assertThat(viewer.get(NEW + "/00000000-0000-4000-8000-000000000001/review").statusCode())
                .isEqualTo(403);
        viewer.get("/connectors");
        assertThat(viewer.post(NEW, basics("No")).statusCode()).isEqualTo(403);
        assertThat(viewer.get("/connections/" + made.uuid() + "/clone").statusCode())
                .isEqualTo(403);
        assertThat(connections.all(1)).noneMatch(one -> one.name().equals("No"));
    }

    private String begin(Map<String, String> fields) {
        browser.get(NEW);
        var answer = browser.post(NEW, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return location(answer);
    }

    private HttpResponse<String> confirm(String anyStep, String then) {
        page(base(anyStep) + "/review");
        var answer = browser.post(base(anyStep) + "/confirm", Map.of("then", then));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer;
    }

    private HttpResponse<String> page(String path) {
        var answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }

    private String follow(String step, Map<String, String> fields) {
        var answer = browser.post(step, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return location(answer);
    }

    /** The path of a redirection, without the server. */
    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^http://[^/]+", "");
    }

    private static String base(String step) {
        return step.substring(0, step.lastIndexOf('/'));
    }

    private static Map<String, String> basics(String name) {
        return Map.of(
                "connector", "crowdstrike-onprem",
                "name", name,
                "setting.url", "https://api.example.org/oauth2/token",
                "setting.client-id", "abc",
                "setting.client-secret", SECRET);
    }

    private static Map<String, String> profile(String prefix, String name, String map) {
        return Map.of(
                prefix + "name", name,
                prefix + "description", "",
                prefix + "map", map,
                prefix + "version", "",
                prefix + "status", "Active",
                prefix + "retain", "true",
                prefix + "share", "20",
                prefix + "count", "",
                prefix + "floor", "100");
    }

    /** The form of the rules as a browser would send it back unchanged. */
    private static Map<String, String> allRules(String body) {
        var fields = new HashMap<String, String>();
        PLACE.matcher(body).results().forEach(hit -> fields.put(hit.group(1), hit.group(2)));
        ON.matcher(body).results().forEach(hit -> fields.put(hit.group(1), "true"));
        assertThat(fields).isNotEmpty();
        return fields;
    }

    private long orders() {
        return platform.bean(JdbcClient.class)
                .sql("select count(*) from run_order")
                .query(Long.class)
                .single();
    }

    private Connection named(String name) {
        return connections.all(1).stream()
                .filter(connection -> connection.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
