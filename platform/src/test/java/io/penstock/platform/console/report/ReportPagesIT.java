package io.penstock.platform.console.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.platform.report.ManyFindings;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.TestBrowser;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.security.Users;
import io.penstock.platform.setting.Settings;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Reports in the console: their life, and whose they are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class ReportPagesIT {

    private static final String REPORTS = "/reports";
    private static final Pattern DOWNLOAD =
            Pattern.compile("href=\"(/api/v1/reports/[0-9a-f-]+/download)\"");

    private static final Pattern REMOVED =
            Pattern.compile("data-label=\"Removed\"><time datetime=\"([^\"]+)\"");

    private TestPlatform platform;
    private TestBrowser browser;

    @BeforeAll
    void start(@TempDir Path data) {
        platform = TestPlatform.start(data);
        ManyFindings.add(platform.bean(JdbcClient.class), 500);
        browser = TestBrowser.signedIn(platform, "admin", platform.firstPassword());
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void aReportIsAskedForDownloadedAndDeleted() {
        var viewer = viewer("reader");
        assertThat(viewer.get(REPORTS).body()).contains("No report yet");
        var form = viewer.get(REPORTS + "/new?kind=FINDINGS&findings=finding.severity:5").body();
        assertThat(form).contains("value=\"finding.severity:5\"").contains("checked=\"checked\"");

        var asked = viewer.post(REPORTS, order("<b>Urgent</b>", "finding.severity:5", "ndjson"));
        assertThat(asked.statusCode()).isEqualTo(302);
        var done = awaited(viewer);
        assertThat(done)
                .contains("&lt;b&gt;Urgent&lt;/b&gt;")
                .contains("Completed")
                .doesNotContain("hx-trigger");
        var link = DOWNLOAD.matcher(done);
        assertThat(link.find()).isTrue();
        assertThat(viewer.get(link.group(1)).body().lines()).hasSize(99);
        assertThat(browser.get(REPORTS).body()).contains("&lt;b&gt;Urgent&lt;/b&gt;");
        assertThat(viewer("other").get(REPORTS).body()).doesNotContain("Urgent");

        var report = link.group(1).replace("/api/v1", "").replace("/download", "");
        viewer.get(REPORTS);
        assertThat(viewer.post(report + "/cancel", Map.of()).statusCode()).isEqualTo(409);
        viewer.get(REPORTS);
        assertThat(viewer.post(report + "/delete", Map.of()).statusCode()).isEqualTo(302);
        assertThat(viewer.get(REPORTS).body()).contains("No report yet");
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() {
        browser.get(REPORTS + "/new");
        var wrong = browser.post(REPORTS, order("Mine", "finding.sev:5", "csv"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("Query over findings")
                .contains("value=\"finding.sev:5\"")
                .contains("value=\"Mine\"");
        assertThat(browser.post(REPORTS, order("", "", "csv")).statusCode()).isEqualTo(400);
        assertThat(browser.post(REPORTS, order("Mine", "", "docx")).statusCode()).isEqualTo(400);
        var vex = new HashMap<>(order("Mine", "", "vex"));
        vex.put("kind", "ASSETS");
        assertThat(browser.post(REPORTS, vex).statusCode()).isEqualTo(400);
    }

    @Test
    void theyAreKeptAsLongAsTheSettingsSay() {
        var reader = viewer("keeper");
        var settings = platform.bean(Settings.class);
        reader.get(REPORTS + "/new");
        assertThat(reader.post(REPORTS, order("Kept", "nothing", "csv")).statusCode())
                .isEqualTo(302);
        assertThat(awaited(reader)).contains("<span>7 days</span>");
        settings.choose(1, "reports.kept-days", 300, "admin");
        try {
            var page = reader.get(REPORTS).body();
            var removed = REMOVED.matcher(page);

            assertThat(page).contains("<span>300 days</span>");
            assertThat(removed.find()).isTrue();
            assertThat(Instant.parse(removed.group(1)))
                    .isCloseTo(
                            Instant.now().plus(300, ChronoUnit.DAYS),
                            within(2, ChronoUnit.MINUTES));
        } finally {
            settings.forget(1, "reports.kept-days");
        }
        assertThat(reader.get(REPORTS).body()).contains("<span>7 days</span>");
    }

    @Test
    void olderOnesAreOnTheNextPage() {
        var reader = viewer("collector");
        reader.get(REPORTS + "/new");
        for (var i = 0; i < 21; i++) {
            assertThat(reader.post(REPORTS, order("Report " + i, "nothing", "csv")).statusCode())
                    .isEqualTo(302);
            awaited(reader);
        }

        var first = reader.get(REPORTS).body();
        assertThat(first).contains("Report 20").doesNotContain(">Report 0<");
        var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
        assertThat(next.find()).isTrue();
        assertThat(reader.get(next.group(1)).body()).contains(">Report 0<");
    }

    private TestBrowser viewer(String name) {
        var user = platform.bean(Users.class).create(1, name, Role.VIEWER);
        return TestBrowser.signedIn(platform, name, user.password());
    }

    /** The list once nothing is being made any more. */
    private static String awaited(TestBrowser reader) {
        while (true) {
            var body = reader.get(REPORTS).body();
            if (!body.contains("every 2s")) {
                return body;
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static Map<String, String> order(String name, String findings, String format) {
        return Map.of("name", name, "kind", "FINDINGS", "findings", findings, "format", format);
    }
}
