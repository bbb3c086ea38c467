package io.penstock.platform.console.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.console.SeededConsole;
import io.penstock.platform.security.TestBrowser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The lists of hosts and findings and what can be done on them, hostile texts included. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsIT {

    private static final String HOSTS = "/inventory/assets/host";
    private static final String FINDINGS = "/risk-management/findings/vulnerability";
    private static final String F20 = "20000000-0000-4000-8000-000000000020";

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                HOSTS,
                HOSTS + "?order=SCORE_DESC",
                HOSTS + "?query=asset.isMinimal:true",
                HOSTS + "?query=asset.name:nobody",
                HOSTS + "/tags?all=true",
                FINDINGS,
                FINDINGS + "?order=MILDEST_FIRST",
                FINDINGS + "?group=HOST",
                FINDINGS + "?query=finding.severity:5",
                HOSTS + "/facets",
                FINDINGS + "/facets",
                FINDINGS + "/facets/more",
                FINDINGS + "/groups?group=HOST",
                FINDINGS + "/groups?group=SEVERITY",
                FINDINGS + "/decide?kind=RISK_ACCEPTED&id=" + F20,
                "/help/query",
                "/help/query/fields?over=findings",
                "/help/query/fields?over=assets",
                "/searches",
                "/searches/new",
            })
    void showsEveryPageEscapedAndUnderAStrictPolicy(String path) {
        var answer = browser.get(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.body())
                .doesNotContain("<script>alert", "<img src=x")
                .doesNotContainPattern("<script>|<style|<[^>]*\\s(?:on[a-z]+|style)=")
                .doesNotContainPattern("(?:src|href)=\"https?://");
    }

    @ParameterizedTest
    @CsvSource({
        "NAME_DESC, web-064, web-010",
        "CRITICALITY_DESC, web-064, web-010",
        "LAST_SEEN_ASC, web-064, web-012",
    })
    void hostsAreSortedAndPaged(String order, String first, String later) {
        var page = browser.get(HOSTS + "?order=" + order).body();
        var next = browser.get(link(page, "next"));

        assertThat(page).contains(first);
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(next.body()).contains(later).doesNotContain(first);
        assertThat(page).containsPattern("aria-sort=\"(ascending|descending)\"");
        assertThat(link(next.body(), "prev")).contains("order=" + order);
        assertThat(page).contains("<input type=\"hidden\" name=\"order\" value=\"" + order);
    }

    @Test
    void findingsAreShownFromBothEnds() {
        assertThat(browser.get(FINDINGS).body())
                .contains("findings, worst first")
                .contains(">Urgent<")
                .doesNotContain(">Minimal<");
        assertThat(browser.get(FINDINGS + "?order=MILDEST_FIRST").body())
                .contains("findings, mildest first")
                .contains(">Minimal<")
                .doesNotContain(">Urgent<");
        assertThat(browser.get(FINDINGS + "?order=SIDEWAYS").statusCode()).isEqualTo(400);
    }

    @Test
    void theListDoesNotWaitForItsCounts() {
        var page = browser.get(FINDINGS + "?query=finding.severity:5").body();

        assertThat(page)
                .contains("hx-get=\"" + FINDINGS + "/facets?query=finding.severity:5&amp;order=")
                .contains("hx-trigger=\"load\"")
                .doesNotContain("class=\"facet-row\"");
    }

    @Test
    void facetsAddAndTakeAwayConditions() {
        var facets = browser.get(FINDINGS + "/facets?query=finding.severity:5").body();

        assertThat(facets)
                .contains("class=\"facet chosen\"")
                .contains("query=finding.severity%3A%5B5%2C%204%5D")
                .contains("query=finding.severity%3A5%20and%20finding.status%3ANEW")
                .contains("<b class=\"num\">32</b>");
        var more = browser.get(FINDINGS + "/facets/more?query=finding.severity:5").body();
        assertThat(more)
                .contains("31 to 90 days")
                .contains("query=finding.severity%3A5%20and%20finding.vendorProductName%3A%60")
                .contains("Known exploited")
                .contains("Suppressed at the source");
    }

    @Test
    void hostsHaveFacetsToo() {
        var facets = browser.get(HOSTS + "/facets?query=asset.criticalityScore:5").body();

        assertThat(facets)
                .contains("class=\"facet chosen\"")
                .contains("query=asset.criticalityScore%3A%5B5%2C%204%5D")
                .contains("Windows Server 2022")
                .contains("asset.inventory.source%3A%60CrowdStrike%20Spotlight%60");
        assertThat(browser.get(HOSTS + "/facets?query=asset.name:").body())
                .contains("class=\"alert warn\"");
    }

    @Test
    void facetsSayWhenTheQueryIsWrong() {
        assertThat(browser.get(FINDINGS + "/facets?query=finding.sev:").body())
                .contains("class=\"alert warn\"");
    }

    @Test
    void everyConditionCanBeTakenAway() {
        var query = "finding.severity:5 and (finding.status:NEW or finding.title:<b>)";
        var page = browser.get(FINDINGS + "?query=" + encoded("finding.severity:5 and openssl*"));

        assertThat(page.body())
                .contains("<code>finding.severity:5</code>")
                .contains("href=\"" + FINDINGS + "?query=openssl%2A\"")
                .contains(">Take away openssl*<");
        assertThat(browser.get(FINDINGS + "?query=" + encoded(query)).body())
                .contains("&lt;b&gt;)")
                .doesNotContain("<b>)");
    }

    @ParameterizedTest
    @CsvSource({"CVE, CVE-2026-1001", "HOST, web-010", "STATUS, Reopened", "SOURCE, 160"})
    void groupsLeadToTheirFindings(String by, String shown) {
        var page = browser.get(FINDINGS + "?group=" + by).body();
        var groups = browser.get(FINDINGS + "/groups?group=" + by).body();

        assertThat(page).contains("/groups?query=&amp;group=" + by);
        assertThat(groups).contains(shown);
        var from = groups.indexOf("href=\"" + FINDINGS) + 6;
        var first = groups.substring(from, groups.indexOf('"', from)).replace("&amp;", "&");
        assertThat(browser.get(first).statusCode()).isEqualTo(200);
    }

    @Test
    void columnsAreChosenAndKept() {
        var looker =
                TestBrowser.signedIn(
                        console.platform(), "admin", console.platform().firstPassword());
        looker.get(FINDINGS + "?query=openssl");
        assertThat(looker.get(FINDINGS).body()).contains("<th scope=\"col\">Product</th>");
        var answer =
                looker.post(
                        FINDINGS + "/columns",
                        Map.of("show", "CVE", "query", "CVE-2026-1005", "order", "WORST_FIRST"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith(FINDINGS + "?query=CVE-2026-1005");
        var braces =
                looker.post(
                        FINDINGS + "/columns",
                        Map.of("show", "CVE", "query", "finding.title:`{a}`"));
        assertThat(location(braces)).endsWith(FINDINGS + "?query=finding.title%3A%60%7Ba%7D%60");
        assertThat(looker.get(FINDINGS).body())
                .contains("<th scope=\"col\">CVE</th>")
                .contains("<th scope=\"col\">Finding</th>")
                .doesNotContain("<th scope=\"col\">Product</th>");
        looker.post(FINDINGS + "/columns", Map.of("usual", "true"));
        assertThat(looker.get(FINDINGS).body()).contains("<th scope=\"col\">Product</th>");
    }

    @Test
    void anEmptyBarOffersSearchesThatRun() {
        for (var path : new String[] {HOSTS, FINDINGS}) {
            var page = browser.get(path).body();
            var list = page.substring(page.indexOf("id=\"examples-name\""));
            var until = list.indexOf("</ul>");
            assertThat(until).isPositive();
            var links = list.substring(0, until).split("href=\"", -1);
            assertThat(links.length).isGreaterThan(5);
            for (var i = 1; i < links.length; i++) {
                var address = links[i].substring(0, links[i].indexOf('"'));
                assertThat(browser.get(address.replace("&amp;", "&")).statusCode())
                        .as(address)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void everyExampleOfTheHelpRuns() {
        var page = browser.get("/help/query").body();
        var links = page.split("data-label=\"Example\" class=\"wide\"><a href=\"", -1);

        assertThat(links.length).isGreaterThan(60);
        for (var i = 1; i < links.length; i++) {
            var address = links[i].substring(0, links[i].indexOf('"')).replace("&amp;", "&");
            assertThat(browser.get(address).statusCode()).as(address).isEqualTo(200);
        }
    }

    @Test
    void whatWasAskedIsOfferedAgainUntilTheSessionEnds() {
        var query = "asset.name:web-01*";
        browser.get(HOSTS + "?query=" + encoded(query));

        assertThat(browser.get(HOSTS).body()).contains("<code>" + query + "</code>");
        assertThat(browser.get(FINDINGS).body()).doesNotContain("<code>" + query + "</code>");
        assertThat(
                        TestBrowser.signedIn(
                                        console.platform(),
                                        "admin",
                                        console.platform().firstPassword())
                                .get(HOSTS)
                                .body())
                .doesNotContain("<code>" + query + "</code>");
    }

    @Test
    void aSearchIsSavedChangedAndDeleted() {
        viewer.get("/searches/new?over=ASSETS&query=asset.name:web*");
        var saved =
                viewer.post(
                        "/searches",
                        Map.of("over", "ASSETS", "name", "<i>Web</i>", "query", "asset.name:web*"));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(location(saved)).endsWith(HOSTS + "?query=asset.name%3Aweb%2A");
        assertThat(viewer.get(HOSTS).body()).contains("&lt;i&gt;Web&lt;/i&gt;");
        assertThat(browser.get(HOSTS).body()).doesNotContain("&lt;i&gt;Web&lt;/i&gt;");

        var list = viewer.get("/searches").body();
        var edit = list.substring(list.indexOf("/searches/"), list.indexOf("/edit"));
        viewer.get(edit + "/edit");
        var changed =
                viewer.post(edit, Map.of("name", "Web servers", "query", "asset.name:web-0*"));
        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(viewer.get("/searches").body()).contains("Web servers").contains("web-0*");
        assertThat(browser.post(edit + "/delete", Map.of()).statusCode()).isEqualTo(404);

        viewer.get("/searches");
        assertThat(viewer.post(edit + "/delete", Map.of()).statusCode()).isEqualTo(302);
        assertThat(viewer.get("/searches").body()).doesNotContain("Web servers");
    }

    @Test
    void aSearchThatCannotBeSavedKeepsWhatWasTyped() {
        browser.get("/searches/new");
        var wrong =
                browser.post(
                        "/searches",
                        Map.of("over", "FINDINGS", "name", "Mine <b>", "query", "finding.sev:5"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("value=\"Mine &lt;b&gt;\"").contains("<mark>");
        var nameless = browser.post("/searches", Map.of("over", "FINDINGS", "query", "openssl"));
        assertThat(nameless.statusCode()).isEqualTo(400);
        assertThat(nameless.body()).contains("value=\"openssl\"").contains("role=\"alert\"");
        viewer.get("/searches/new");
        var shared =
                viewer.post(
                        "/searches", Map.of("name", "All", "query", "openssl", "shared", "true"));
        assertThat(shared.statusCode()).isEqualTo(403);
        assertThat(shared.body()).contains("Only an administrator shares");
    }

    @Test
    void aViewerSeesNoButtonHeMayNotUse() {
        for (var path : new String[] {HOSTS, FINDINGS}) {
            assertThat(viewer.get(path).body())
                    .doesNotContain("id=\"bulk\"", "name=\"id\"", "data-select-all");
            assertThat(browser.get(path).body()).contains("id=\"bulk\"").contains("name=\"id\"");
        }
        assertThat(viewer.get("/searches/new").body()).doesNotContain("name=\"shared\"");
        viewer.get(FINDINGS);
        assertThat(viewer.post(FINDINGS + "/columns", Map.of("show", "CVE")).statusCode())
                .isEqualTo(302);
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String link(String body, String rel) {
        var start = body.indexOf("rel=\"" + rel + "\"");
        var from = body.indexOf("href=\"", start) + 6;
        return body.substring(from, body.indexOf('"', from)).replace("&amp;", "&");
    }
}
