package io.penstock.platform.console.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.score.ScoredTenant;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.TestBrowser;
import io.penstock.platform.security.Users;
import io.penstock.platform.trend.Measured;
import io.penstock.platform.trend.MixedInventory;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;

/** The dashboard from the first sign-in on: empty, waiting, filled; over HTTP and REST. */
@TestMethodOrder(OrderAnnotation.class)
class DashboardIT {

    private static final Pattern LINK =
            Pattern.compile("href=\"(/(?:inventory|risk-management)/[^\"]+)\"[^>]*>");

    private static ScoredTenant tenant;
    private static TestBrowser browser;
    private static TestBrowser viewer;

    @BeforeAll
    static void start(@TempDir Path data) {
        tenant = ScoredTenant.start(data, "--penstock.trend.workers=0");
        var platform = tenant.platform();
        browser = TestBrowser.signedIn(platform, "admin", platform.firstPassword());
        var made = tenant.bean(Users.class).create(ScoredTenant.TENANT, "viewer", Role.VIEWER);
        viewer = TestBrowser.signedIn(platform, "viewer", made.password());
    }

    @AfterAll
    static void stop() {
        tenant.close();
    }

    @Test
    @Order(1)
    void signInLeadsHereAndANewTenantIsLedToItsFirstConnection() {
        var someone = new TestBrowser(tenant.platform());
        assertThat(someone.signIn("admin", tenant.platform().firstPassword()))
                .endsWith("/dashboard");
        assertThat(browser.get("/").headers().firstValue("Location").orElse(""))
                .endsWith("/dashboard");

        assertThat(browser.get("/dashboard").body())
                .contains("Nothing to show yet")
                .contains("href=\"/connections/new\"")
                .doesNotContain("<canvas");
        assertThat(viewer.get("/dashboard").body())
                .contains("An administrator can make one.")
                .doesNotContain("/connections/new");
        assertThat(tenant.get("/api/v1/dashboard").get("summary").isNull()).isTrue();
    }

    @Test
    @Order(2)
    void aConnectionWithoutARunLeadsToTheConnections() {
        tenant.connect("Waiting");

        assertThat(browser.get("/dashboard").body())
                .contains("no engine has run it")
                .contains("href=\"/connections\"");
    }

    @Test
    @Order(3)
    void waitsForTheFirstMeasurementAndThenShowsItByItself() {
        MixedInventory.fill(tenant);

        assertThat(browser.get("/dashboard").body())
                .contains("Being measured")
                .contains("hx-trigger=\"every 2s\"");
        assertThat(browser.get("/dashboard/newer?seen=0").statusCode()).isEqualTo(204);

        Measured.now(tenant.platform(), ScoredTenant.TENANT);
        assertThat(browser.get("/dashboard/newer?seen=0").headers().firstValue("HX-Refresh"))
                .contains("true");
    }

    @Test
    @Order(4)
    void showsEveryFigureEscapedAndUnderAStrictPolicy() {
        for (var someone : new TestBrowser[] {browser, viewer}) {
            var answer = someone.get("/dashboard");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("script-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(answer.body())
                    .contains("Open by severity", "Open by age", "Hosts by score", "Blind spots")
                    .contains("CVEs on most hosts", "Freshness of every stream", "Trend")
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert", "<B>9")
                    .doesNotContainPattern("<script>|<style|<[^>]*\\s(?:on[a-z]+|style)=")
                    .doesNotContainPattern("(?:src|href)=\"https?://");
        }
    }

    @Test
    @Order(5)
    void everyLinkOfAFigureLeadsToAListThatTakesItsQuery() {
        var body = browser.get("/dashboard").body() + browser.get("/dashboard/days").body();
        var links = new LinkedHashSet<String>();
        var found = LINK.matcher(body);
        while (found.find()) {
            // One day of the trend stands for all.
            var link = found.group(1).replace("&amp;", "&");
            links.add(link.replaceAll("Date:.*", "Date:2026-11-29"));
        }

        assertThat(links).hasSizeGreaterThan(40);
        for (var link : links) {
            assertThat(browser.get(link).statusCode()).as(link).isEqualTo(200);
        }
    }

    @Test
    @Order(6)
    void everyChartNamesATableThatIsThere() {
        var body = browser.get("/dashboard").body();
        var tables = Pattern.compile("<canvas[^>]*data-table=\"([^\"]+)\"").matcher(body);
        var charts = 0;
        while (tables.find()) {
            charts++;
            assertThat(body).contains("id=\"" + tables.group(1) + "\"");
        }
        assertThat(charts).isEqualTo(3);
        for (var chart : new String[] {"levels", "flows", "scores", "hosts"}) {
            assertThat(body)
                    .contains("<canvas role=\"img\" data-chart=\"" + chart)
                    .contains("<span data-chart=\"" + chart);
        }
        assertThat(body)
                .doesNotContainPattern("<canvas(?![^>]*role=\"img\")")
                .doesNotContainPattern("<canvas(?![^>]*aria-label=)")
                .containsPattern("src=\"/webjars/chart.js/[^\"]*chart.umd.min.js\"");
        for (var file : new String[] {"/ui/dashboard.js", "/ui/dashboard.css"}) {
            assertThat(browser.get(file).statusCode()).isEqualTo(200);
        }
        assertThat(browser.get("/webjars/chart.js/dist/chart.umd.min.js").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 90, 365})
    @Order(7)
    void theTrendHasAsManyDaysAsAreAskedFor(int days) {
        var part = browser.get("/dashboard/trend?days=" + days).body();

        var table = browser.get("/dashboard/days?days=" + days).body();

        assertThat(part).doesNotContain("<html").contains("id=\"trend\"");
        assertThat(part).contains("/dashboard/days?days=" + days);
        assertThat(table).doesNotContain("<html");
        assertThat(table.split("<th scope=\"row\"", -1)).hasSize(days + 1);
        assertThat(browser.get("/dashboard?days=" + days).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "-1", "99999999999", "many", "%3Cscript%3E"})
    @Order(8)
    void anotherNumberOfDaysIsRefusedInWords(String days) {
        for (var page : new String[] {"", "/trend", "/days"}) {
            var answer = browser.get("/dashboard" + page + "?days=" + days);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("That does not work").doesNotContain("<script>");
        }
    }

    @Test
    @Order(9)
    void saysThatThereAreNewerFiguresInsteadOfMovingThePage() {
        var shown = Pattern.compile("seen=(\\d+)").matcher(browser.get("/dashboard").body());
        assertThat(shown.find()).isTrue();
        var ask = "/dashboard/newer?seen=" + shown.group(1) + "&days=30";
        assertThat(browser.get(ask).statusCode()).isEqualTo(204);

        Measured.now(tenant.platform(), ScoredTenant.TENANT);
        assertThat(browser.get(ask).body())
                .contains("There are newer figures.")
                .contains("/dashboard?days=30")
                .doesNotContain("<html");
    }

    @Test
    @Order(10)
    void restGivesTheSameFiguresAndTheirHistory() {
        var dashboard = tenant.get("/api/v1/dashboard");
        var trend = tenant.get("/api/v1/trend");

        assertThat(dashboard.at("/summary/findings/open/count").asLong()).isEqualTo(9);
        assertThat(dashboard.at("/streams").size()).isEqualTo(4);
        assertThat(trend.get("days").size()).isEqualTo(90);
        var today = trend.get("days").get(89);
        assertThat(today.at("/levels/open").asLong()).isEqualTo(9);
        var one = "?from=" + today.get("day").asString() + "&to=" + today.get("day").asString();
        assertThat(tenant.get("/api/v1/trend" + one).get("days").size()).isEqualTo(1);
        tenant.call(400, "GET", "/api/v1/trend?from=2026-02-30", null);
        var turned = tenant.call(400, "GET", "/api/v1/trend?from=2026-02-02&to=2026-02-01", null);
        assertThat(turned.get("code").asString()).isEqualTo("RANGE_DAYS");
        tenant.call(400, "GET", "/api/v1/trend?from=2000-01-01", null);
    }
}
