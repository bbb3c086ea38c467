package io.penstock.platform.console.run;

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

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.Map;

/** A run's tabs: progress, ledger, slices, faults, held closings. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunTabsIT {

    private static final String COMPLETE = "/runs/" + SeededConsole.COMPLETE;
    private static final String INCOMPLETE = "/runs/" + SeededConsole.INCOMPLETE;
    private static final String READING = "/runs/" + SeededConsole.READING;

    private SeededConsole console;
    private TestBrowser browser;

    @BeforeAll
    void start(@TempDir Path data) {
        console = SeededConsole.start(data);
        browser = console.admin();
        spoil();
        hold();
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                COMPLETE,
                COMPLETE + "/live",
                COMPLETE + "/slices",
                COMPLETE + "/hold",
                COMPLETE + "/hold/decision",
                COMPLETE + "/hold/counts",
                INCOMPLETE,
                INCOMPLETE + "/slices?state=INCOMPLETE",
                READING
            })
    void showsEveryTabEscapedAndUnderAStrictPolicy(String path) {
        var answer = browser.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.body())
                .doesNotContain("<script>alert", "<img src=x", "<b>Main", "<b>160")
                .doesNotContainPattern("<script>|<style|<[^>]*\\s(?:on[a-z]+|style)=")
                .doesNotContainPattern("(?:src|href)=\"https?://");
    }

    @Test
    void aRunGoingOnShowsItsRateAndTheTimeLeft() {
        assertThat(browser.get(READING + "/live").body())
                .contains("hx-trigger=\"every 2s\"", "data-said=\"Reading\"", "Cancel run")
                .containsPattern("bar-pace[^>]*>[0-9.,]+ a second, (about|less than)");
        assertThat(browser.get(COMPLETE).body()).doesNotContain("hx-trigger=\"every", "bar-pace");
    }

    @Test
    void theFaultsOfARunAreToldWithWhatWasDone() {
        assertThat(browser.get(INCOMPLETE).body())
                .contains("Engine gone", "taken up again")
                .contains("Slice not proved at once", "Slice incomplete")
                .contains("Page broken", "&lt;script&gt;alert(9)");
        assertThat(browser.get(COMPLETE).body()).contains("None that the platform knows of.");

        var path = "/api/v1" + INCOMPLETE + "/course";
        var course = console.platform().call("GET", path, token(), null);
        var incidents = JsonMapper.shared().readTree(course.body()).get("incidents");
        assertThat(incidents.valueStream().map(one -> one.get("kind").asString()))
                .containsExactly(
                        "ENGINE_GONE", "SLICE_READ_AGAIN", "SLICE_INCOMPLETE", "PAGE_BROKEN");
    }

    @Test
    void slicesArePagedAndFilteredByState() {
        assertThat(browser.get(INCOMPLETE + "/slices").body())
                .contains("hosts/0", "vulnerabilities/0", "2 times");
        assertThat(browser.get(INCOMPLETE + "/slices?state=SEALED").body())
                .contains("hosts/0")
                .doesNotContain("vulnerabilities/0");
        assertThat(browser.get(READING + "/slices?state=INCOMPLETE").body())
                .contains("No slice here");
        assertThat(browser.get(INCOMPLETE + "/slices?state=BROKEN").statusCode()).isEqualTo(400);
        assertThat(browser.get(INCOMPLETE + "/slices?after=x").statusCode()).isEqualTo(400);
    }

    @Test
    void heldClosingsAreListedCountedAndWantAConfirmation() {
        assertThat(browser.get(COMPLETE).body())
                .contains("findings would close and wait for a decision", "Look at them");
        assertThat(browser.get(COMPLETE + "/hold").body())
                .contains("All that waits", "the vendor says it is fixed", "rel=\"next\"");
        assertThat(browser.get(COMPLETE + "/hold/counts").body())
                .contains("By CVE", "CVE-2026-10", "By host");
        assertThat(browser.get(COMPLETE + "/hold/decision").body())
                .contains("Close 60 findings", "Keep them open", "I have looked");
        assertThat(browser.get(INCOMPLETE + "/hold").statusCode()).isEqualTo(404);

        var refused =
                browser.post(
                        COMPLETE + "/hold", Map.of("decision", "release", "note", "a <b>note</b>"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("The decision is not confirmed.", "a &lt;b&gt;note&lt;/b&gt;");
        var unknown =
                browser.post(COMPLETE + "/hold", Map.of("decision", "perhaps", "sure", "yes"));
        assertThat(unknown.statusCode()).isEqualTo(400);
    }

    @Test
    void aViewerSeesARunButNoButton() {
        var viewer = console.viewer();
        for (var path : new String[] {READING, COMPLETE + "/hold", COMPLETE + "/hold/decision"}) {
            assertThat(viewer.get(path).body())
                    .doesNotContain("Cancel run", "Keep them open")
                    .doesNotContainPattern(TestBrowser.CHANGES);
            if (!path.endsWith("/hold")) {
                assertThat(browser.get(path).body()).containsPattern(TestBrowser.CHANGES);
            }
        }
        viewer.get(READING);
        assertThat(viewer.post(READING + "/cancel", Map.of()).statusCode()).isEqualTo(403);
        assertThat(viewer.post(COMPLETE + "/hold", Map.of("decision", "release")).statusCode())
                .isEqualTo(403);
        assertThat(viewer.post(COMPLETE + "/replay", Map.of("what", "rejects")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aConfirmedDecisionIsFinalAndSaidWithItsNote() {
        hold(SeededConsole.READING);
        browser.get(READING + "/hold");
        var decision = Map.of("decision", "reject", "sure", "yes", "note", "a <b>bad</b> day");
        assertThat(browser.post(READING + "/hold", decision).statusCode()).isEqualTo(302);

        assertThat(browser.get(READING + "/hold/decision").body())
                .contains("Rejected by <bdi>admin</bdi>", "a &lt;b&gt;bad&lt;/b&gt; day")
                .doesNotContain("Keep them open");
        browser.get(READING + "/hold");
        var late = Map.of("decision", "release", "sure", "yes");
        var refused = browser.post(READING + "/hold", late);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("This hold was rejected by admin.");
    }

    private String token() {
        return console.platform().adminToken();
    }

    /** The engine of the incomplete run was gone once, and one of its pages is broken. */
    private void spoil() {
        var jdbc = console.jdbc();
        jdbc.sql("update run set resumes = 1 where run_uuid = ?::uuid")
                .param(SeededConsole.INCOMPLETE)
                .update();
        jdbc.sql(
                        """
                        insert into raw_page (tenant_id, run_id, stream, slice, sequence, hosts,
                            encoding, sha256, records, body, received_at, state, failure)
                        select tenant_id, run_id, 'hosts', 0, 9, true, 'gzip', '', 5, '', now(),
                            'BROKEN', 'not gzip <script>alert(9)</script>'
                        from run where run_uuid = ?::uuid
                        """)
                .param(SeededConsole.INCOMPLETE)
                .update();
        jdbc.sql(
                        """
                        update raw_page p set done_at = now() + interval '1 hour' from run r
                        where r.run_id = p.run_id and r.run_uuid = ?::uuid
                        """)
                .param(SeededConsole.READING)
                .update();
    }

    private void hold(String run) {
        console.jdbc()
                .sql(
                        """
                        insert into run_hold (tenant_id, run_id, connection_id, state, closings,
                            open_before, reason, held_at)
                        select tenant_id, run_id, connection_id, 'OPEN', 60, 160,
                            '60 of 160 open findings', now()
                        from run where run_uuid = ?::uuid
                        """)
                .param(run)
                .update();
    }

    /** The complete run would close sixty findings. */
    private void hold() {
        hold(SeededConsole.COMPLETE);
        console.jdbc()
                .sql(
                        """
                        insert into finding_event (tenant_id, finding_id, happened_at, run_id,
                            evidence_run, word, content_hash, reason, held, hold_run)
                        select f.tenant_id, f.finding_id, now(), r.run_id, r.run_id, 3,
                            f.content_hash, 'the vendor says so', true, r.run_id
                        from finding f join run r on r.run_uuid = ?::uuid
                        order by f.finding_id limit 60
                        """)
                .param(SeededConsole.COMPLETE)
                .update();
    }
}
