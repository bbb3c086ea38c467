package io.penstock.platform.console.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.console.SeededConsole;
import io.penstock.platform.security.TestBrowser;
import io.penstock.platform.setting.Settings;
import io.penstock.platform.tag.Tag;
import io.penstock.platform.tag.Tags;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Steps on many hosts or findings of a list: decisions and tags. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListStepsIT {

    private static final String HOSTS = "/inventory/assets/host";
    private static final String FINDINGS = "/risk-management/findings/vulnerability";
    private static final String F20 = "20000000-0000-4000-8000-000000000020";
    private static final String F21 = "20000000-0000-4000-8000-000000000021";

    private SeededConsole console;
    private TestBrowser browser;
    private TestBrowser viewer;

    @BeforeAll
    void start(@TempDir Path data) {
        console = SeededConsole.start(data);
        browser = console.admin();
        viewer = console.viewer();
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @Test
    void aRiskIsAcceptedForTickedFindings() {
        var ask = browser.get(FINDINGS + "/decide?kind=RISK_ACCEPTED&id=" + F20 + "&id=" + F21);
        assertThat(ask.body())
                .contains("Accept the risk of 2 findings")
                .contains("name=\"expected\" value=\"2\"");
        var ticked = "finding.id:[" + F20 + ", " + F21 + "]";

        var empty = browser.post(FINDINGS + "/decide", decision(ticked, 2, ""));
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body())
                .contains("The field &#39;reason&#39;")
                .contains("value=\"back me\"");
        var moved = browser.post(FINDINGS + "/decide", decision(ticked, 3, "Behind a wall"));
        assertThat(moved.statusCode()).isEqualTo(409);
        assertThat(moved.body()).contains("matches 2 now").contains(">Behind a wall<");
        assertThat(accepted(F20)).isZero();

        var done = browser.post(FINDINGS + "/decide", decision(ticked, 2, "Behind a wall"));
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(location(done)).endsWith(FINDINGS + "?query=back%20me");
        assertThat(browser.get(location(done).replaceFirst("^http://[^/]+", "")).body())
                .contains("2 findings were accepted by 2 decisions.");
        assertThat(accepted(F20) + accepted(F21)).isEqualTo(2);
    }

    @Test
    void allThatMatchAreFalsePositivesByTheirCve() {
        var query = "finding.cveId:[CVE-2026-1010, CVE-2026-1011]";
        var ask =
                browser.get(
                        FINDINGS + "/decide?kind=FALSE_POSITIVE&all=true&query=" + encoded(query));
        assertThat(ask.body())
                .contains("Mark 16 findings as false positives")
                .contains("2 decisions");
        var form = decision(query, 16, "A scanner's mistake");
        form.put("kind", "FALSE_POSITIVE");
        form.put("scope", "CVE");

        assertThat(browser.post(FINDINGS + "/decide", form).statusCode()).isEqualTo(302);
        var found =
                browser.get(
                        FINDINGS
                                + "?query="
                                + encoded("finding.riskAcceptance.type:FALSE_POSITIVE"));
        assertThat(found.body()).contains("<b class=\"num\">16</b>");
    }

    @Test
    void aDecisionOnNothingOrWithoutADayIsRefused() {
        assertThat(browser.get(FINDINGS + "/decide?kind=RISK_ACCEPTED").statusCode())
                .isEqualTo(400);
        var none = browser.get(FINDINGS + "/decide?kind=RISK_ACCEPTED&all=true&query=nobody");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("matches no findings");
        browser.get(FINDINGS);
        var form = decision("finding.id:" + F20, 1, "Why");
        for (var until : new String[] {"some day", "2027-02-30", "+999999999-12-31"}) {
            form.put("until", until);
            var answer = browser.post(FINDINGS + "/decide", form);
            assertThat(answer.statusCode()).as(until).isEqualTo(400);
            assertThat(answer.body()).contains("value=\"" + until + "\"", "is no day");
        }
    }

    @Test
    void theLastDayOfADecisionIsThatOfTheSettings() {
        var settings = console.platform().bean(Settings.class);
        var ask = FINDINGS + "/decide?kind=RISK_ACCEPTED&id=" + F20;
        var today = LocalDate.now(ZoneOffset.UTC);
        settings.choose(1, "acceptances.longest-days", 20, "admin");
        try {
            var page = browser.get(ask).body();
            var last = day(page, "max");

            assertThat(last).isBetween(today.plusDays(19), today.plusDays(20));
            assertThat(day(page, "value")).isEqualTo(last);
            var form = decision("finding.id:" + F20, 1, "Why");
            form.put("until", last.plusDays(2).toString());
            assertThat(browser.post(FINDINGS + "/decide", form).statusCode()).isEqualTo(400);
        } finally {
            settings.forget(1, "acceptances.longest-days");
        }
        assertThat(day(browser.get(ask).body(), "max")).isAfter(today.plusDays(300));
    }

    @Test
    void aTagIsPutOnHostsAndTakenOff() {
        var tag =
                console.platform()
                        .bean(Tags.class)
                        .create(1, new Tag.Label("Prod <b>", 5, false), "admin")
                        .uuid()
                        .toString();
        var query = "asset.name:web-02*";
        var ask = browser.get(HOSTS + "/tags?all=true&query=" + encoded(query));
        assertThat(ask.body()).contains("Change 10 hosts").contains("Prod &lt;b&gt;");
        var form = new HashMap<>(Map.of("query", query, "expected", "10", "remove", "false"));
        assertThat(browser.post(HOSTS + "/tags", form).statusCode()).isEqualTo(400);

        form.put("tag", tag);
        assertThat(browser.post(HOSTS + "/tags", form).statusCode()).isEqualTo(302);
        assertThat(browser.get(HOSTS).body()).contains("All 10 hosts have the tag");
        assertThat(tagged()).isEqualTo(10);
        form.put("remove", "true");
        form.put("expected", "9");
        assertThat(browser.post(HOSTS + "/tags", form).statusCode()).isEqualTo(409);
        form.put("expected", "10");
        assertThat(browser.post(HOSTS + "/tags", form).statusCode()).isEqualTo(302);
        assertThat(tagged()).isZero();
    }

    @Test
    void aViewerTakesNoStep() {
        assertThat(viewer.get(FINDINGS + "/decide?kind=RISK_ACCEPTED&id=" + F20).statusCode())
                .isEqualTo(403);
        assertThat(viewer.get(HOSTS + "/tags?all=true").statusCode()).isEqualTo(403);
        viewer.get(FINDINGS);
        var before =
                console.jdbc().sql("select count(*) from acceptance").query(Integer.class).single();
        assertThat(viewer.post(FINDINGS + "/decide", decision("", 160, "x")).statusCode())
                .isEqualTo(403);
        assertThat(
                        console.jdbc()
                                .sql("select count(*) from acceptance")
                                .query(Integer.class)
                                .single())
                .isEqualTo(before);
        assertThat(viewer.post(HOSTS + "/tags", Map.of()).statusCode()).isEqualTo(403);
    }

    private static Map<String, String> decision(String query, int expected, String reason) {
        var until = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
        return new HashMap<>(
                Map.of(
                        "kind",
                        "RISK_ACCEPTED",
                        "scope",
                        "FINDING",
                        "query",
                        query,
                        "back",
                        "back me",
                        "expected",
                        String.valueOf(expected),
                        "reason",
                        reason,
                        "until",
                        until));
    }

    /** A day of the field for the end of a decision. */
    private static LocalDate day(String page, String attribute) {
        var field = page.substring(page.indexOf("<input id=\"until\""));
        var from = field.indexOf(attribute + "=\"") + attribute.length() + 2;
        return LocalDate.parse(field.substring(from, from + 10));
    }

    private int accepted(String finding) {
        return console.jdbc()
                .sql(
                        "select count(*) from acceptance where finding_id = ?::uuid and kind ="
                                + " 'RISK_ACCEPTED'")
                .param(finding)
                .query(Integer.class)
                .single();
    }

    private int tagged() {
        return console.jdbc().sql("select count(*) from asset_tag").query(Integer.class).single();
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
