package io.penstock.platform.console.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.console.SeededConsole;
import io.penstock.platform.security.TestBrowser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The list of connections and the tabs of one, hostile texts included. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionTabsIT {

    private static final String ARCHIVE = "onprem-execution-engine.tar.gz";

    /** SHA-256 of "image". */
    private static final String SUM =
            "6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d";

    private SeededConsole console;
    private TestBrowser browser;
    private String page;

    @BeforeAll
    void start(@TempDir Path data, @TempDir Path images) throws Exception {
        var image = Files.writeString(images.resolve(ARCHIVE), "image");
        console = SeededConsole.start(data, "--penstock.engine-image=" + image);
        browser = console.admin();
        page = "/connections/" + console.connection().uuid();
        presence("<script>alert(5)</script>", "now()");
        // Ahead of now, so that it counts as of the last minute however long the tests take.
        console.jdbc().sql("update raw_page set done_at = now() + interval '1 hour'").update();
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/live",
                "/holds",
                "/profiles",
                "/runs",
                "/engines",
                "/health",
                "/health/live",
                "/set-up",
                "/set-up/image",
                "/delete",
                "/delete/figures"
            })
    void showsEveryTabEscapedAndUnderAStrictPolicy(String tab) {
        var answer = browser.get(page + tab);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.body())
                .doesNotContain("<script>alert", "<b>Main", "hush-hush-hush")
                .doesNotContainPattern("<script>|<style|<[^>]*\\s(?:on[a-z]+|style)=")
                .doesNotContainPattern("(?:src|href)=\"https?://");
    }

    @Test
    void theListShowsLastAndNextRunProgressAndQuickActions() {
        var list = browser.get("/connections").body();

        assertThat(list)
                .contains(">Processing<", "hx-trigger=\"every 2s\"", "Quick Actions")
                .contains("Run now: changes", "Run now: everything", "Test connection")
                .contains("Download engine image", "Image URL", "Env file", "Clone", "Pause");
        assertThat(list).containsPattern("Next: <time datetime=\"20");
        assertThat(list).contains("a second");
    }

    @Test
    void theListIsFilteredByTextAndState() {
        assertThat(browser.get("/connections?text=TENANT&state=PROCESSING").body())
                .contains("&lt;b&gt;Main");
        assertThat(browser.get("/connections?text=nothing-has-this").body())
                .contains("No connection fits", "Clear");
        assertThat(browser.get("/connections?state=ERROR").body()).contains("No connection fits");
        assertThat(browser.get("/connections?state=BROKEN").statusCode()).isEqualTo(400);
        assertThat(browser.get("/connections?after=-1").statusCode()).isEqualTo(400);
        assertThat(browser.get("/connections?text=" + "x".repeat(201)).statusCode()).isEqualTo(400);
    }

    @Test
    void theRunsSayWhatBecameOfTheirRecords() {
        var runs = browser.get(page + "/runs").body();

        assertThat(runs)
                .contains(
                        "trigger: on-demand",
                        "trigger: cron",
                        ">everything<",
                        ">changes<",
                        "does not balance")
                .contains("/quarantine?run=" + SeededConsole.COMPLETE)
                .containsPattern("data-label=\"Created\" class=\"n\">221<");
        assertThat(browser.get(page + "/runs?after=1").body()).contains("No more runs");
        assertThat(browser.get(page + "/runs?after=x").statusCode()).isEqualTo(400);
    }

    @Test
    void theSetUpHasAllThatAnEngineNeedsAndNoSecret() {
        var setUp = browser.get(page + "/set-up").body();
        var image = browser.get(page + "/set-up/image").body();

        assertThat(setUp)
                .contains("Customer UUID", "qualys.connectionUuid=", "docker load -i")
                .contains("docker compose up -d", "[Service]", "kind: CronJob")
                .doesNotContain("hush");
        assertThat(image)
                .contains(SUM, "/api/v1/engine-image/" + ARCHIVE, "Make a link for an hour");
        assertThat(browser.get("/api/v1/engine-image/" + ARCHIVE).body()).isEqualTo("image");

        browser.get(page + "/set-up");
        var link = browser.post(page + "/set-up/image-link", Map.of());
        assertThat(link.statusCode()).isEqualTo(200);
        var from = link.body().indexOf("/api/v1/engine-image/links/");
        var path = link.body().substring(from, link.body().indexOf('<', from));
        assertThat(new TestBrowser(console.platform()).get(path).body()).isEqualTo("image");
        var foreign = page + "/set-up?profile=" + console.connection().uuid();
        assertThat(browser.get(foreign).statusCode()).isEqualTo(404);
    }

    @Test
    void anEnrolmentTokenIsShownOnceAndABadNameStays() {
        browser.get(page + "/engines");
        var made = browser.post(page + "/engines/tokens", Map.of("name", "vm-7"));
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.body()).contains("The token is shown this once.");
        assertThat(browser.get(page + "/engines").body()).doesNotContain("shown this once");

        browser.get(page + "/engines");
        var refused = browser.post(page + "/engines/tokens", Map.of("name", " ".repeat(3)));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("1 to 200 characters", "value=\"   \"");
    }

    @Test
    void anEngineThatWentSilentIsToldOf() {
        var quiet = console.connect("Quiet");
        console.jdbc()
                .sql(
                        """
                        insert into engine_presence (tenant_id, connection_id, process_id,
                            profile_id, username, version, host, schedule, zone, next_runs,
                            last_result, last_fault, seen_at)
                        select 1, connection_id, gen_random_uuid(), profile_id, 'e', '1', 'vm',
                            '0 0 3 * * *', 'UTC', '{}', '', '', now() - interval '1 hour'
                        from profile where connection_id = ?
                        """)
                .param(quiet.id())
                .update();

        assertThat(browser.get("/connections/" + quiet.uuid()).body())
                .contains("The engine with a schedule was heard of last", "1 h ago");
        assertThat(browser.get("/connections?text=quiet").body()).contains("engine silent");
    }

    @Test
    void watermarksAreForgottenOnDemand() {
        assertThat(browser.get(page + "/health").body()).contains("what changed since");
        browser.get(page + "/health");
        var profile = profile();
        var answer = browser.post(page + "/profiles/" + profile + "/watermarks", Map.of());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(browser.get(page + "/health").body())
                .contains("Forgotten", "The next run is <b>full</b>", "No stream has a watermark.")
                .doesNotContain("what changed since");
    }

    @Test
    void aViewerSeesEverythingButNoButtonHeMayNotUse() {
        var viewer = console.viewer();
        for (var tab : new String[] {"", "/profiles", "/runs", "/engines", "/health", "/set-up"}) {
            var answer = viewer.get(page + tab);
            assertThat(answer.statusCode()).as(tab).isEqualTo(200);
            assertThat(answer.body())
                    .contains("Quick Actions", "Env file")
                    .doesNotContain("Run now", "Pause", "/edit", "/clone", "Delete", "Revoke")
                    .doesNotContainPattern(TestBrowser.CHANGES);
            assertThat(browser.get(page + tab).body()).containsPattern(TestBrowser.CHANGES);
        }
        assertThat(viewer.get(page + "/set-up/image").body()).doesNotContain("Make a link");
        assertThat(viewer.get(page + "/delete").statusCode()).isEqualTo(403);
        viewer.get(page);
        for (var action : new String[] {"/pause", "/resume", "/checks", "/set-up/image-link"}) {
            assertThat(viewer.post(page + action, Map.of()).statusCode()).isEqualTo(403);
        }
    }

    private String profile() {
        return console.jdbc()
                .sql("select profile_uuid::text from profile where connection_id = ?")
                .param(console.connection().id())
                .query(String.class)
                .single();
    }

    private void presence(String host, String seen) {
        console.jdbc()
                .sql(
                        """
                        insert into engine_presence (tenant_id, connection_id, process_id,
                            profile_id, username, version, host, schedule, zone, next_runs,
                            last_result, last_fault, seen_at)
                        select 1, connection_id, gen_random_uuid(), profile_id, 'e', '1', ?,
                            '0 0 3 * * *', 'UTC', array[now() + interval '1 hour'], 'FAILED', ?,
                        """
                                + seen
                                + " from profile where connection_id = ?")
                .params(host, host, console.connection().id())
                .update();
    }
}
