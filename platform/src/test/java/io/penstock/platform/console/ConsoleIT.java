package io.penstock.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.security.TestBrowser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The pages with a seeded inventory, hostile texts included. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {

    private static final String HOSTS = "/inventory/assets/host";
    private static final String FINDINGS = "/risk-management/findings/vulnerability";
    private static final String RUN = "/runs/00000000-0000-4000-8000-00000000000";

    private SeededConsole console;
    private TestBrowser browser;
    private Connection connection;

    @BeforeAll
    void start(@TempDir Path data) {
        console = SeededConsole.start(data);
        connection = console.connection();
        browser = console.admin();
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/connections",
                "/connections/live",
                "/connections/new",
                "/connections/CONNECTION",
                "/connections/CONNECTION/live",
                "/connections/CONNECTION/edit",
                "/connections/CONNECTION/delete",
                RUN + "1",
                RUN + "2",
                RUN + "3",
                RUN + "3/live",
                HOSTS,
                HOSTS + "/10000000-0000-4000-8000-000000000001",
                HOSTS + "/10000000-0000-4000-8000-000000000002",
                HOSTS + "/10000000-0000-4000-8000-000000000003",
                FINDINGS,
                FINDINGS + "/20000000-0000-4000-8000-000000000020",
                "/account",
            })
    void showsEveryPageEscapedAndUnderAStrictPolicy(String path) {
        var answer = browser.get(path.replace("CONNECTION", connection.uuid().toString()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.body())
                .doesNotContain("<script>alert", "<img src=x", "<b>Main", "hush-hush-hush")
                .doesNotContainPattern("<script>|<style|<[^>]*\\s(?:on[a-z]+|style)=")
                .doesNotContainPattern("(?:src|href)=\"https?://");
    }

    @Test
    void showsTheConnectionsStateAndWhatAnEngineNeeds() {
        var list = browser.get("/connections").body();
        var page = browser.get("/connections/" + connection.uuid()).body();
        var env = browser.get("/connections/" + connection.uuid() + "/env").body();

        assertThat(list).contains(">Processing<").contains("hx-trigger=\"every 2s\"");
        assertThat(page).contains("<progress").contains("Not balanced yet");
        assertThat(env)
                .contains("qualys.connectionUuid=" + connection.uuid() + "\n")
                .contains("connector.api.url=http://127.0.0.1:")
                .contains("qualys.user.password=\n")
                .doesNotContain("hush")
                .doesNotContain("\u202E");
    }

    @Test
    void saysWhetherARunBalancesAndWhyNot() {
        assertThat(browser.get(RUN + "1").body()).contains("The ledger balances.");
        var reasons = "/quarantine/reasons?run=" + RUN.substring("/runs/".length()) + "1";
        assertThat(browser.get(reasons).body()).contains("required and missing");
        assertThat(browser.get(RUN + "2").body())
                .contains("does not balance")
                .contains("0 of 1 slices are proved complete")
                .contains("SLICE_INCOMPLETE");
    }

    @Test
    void saysWhatTheNextRunReadsAndHowTheLastTestWent() {
        var page = browser.get("/connections/" + connection.uuid() + "/health").body();

        assertThat(page)
                .contains("The next run is <b>a delta</b>")
                .contains("what changed since")
                .contains("Connection test")
                .contains("badge c-failed")
                .contains("The scope Hosts: Read is missing.")
                .contains("1,200 ms");
    }

    @Test
    void asksForATestAndForAFullRun() {
        var page = "/connections/" + connection.uuid();
        var health = page + "/health";
        browser.get(page);
        assertThat(browser.post(page + "/checks", Map.of()).statusCode()).isEqualTo(302);

        var waiting = browser.get(health).body();
        assertThat(waiting).contains("badge c-waiting").contains("hx-trigger=\"every 2s\"");
        assertThat(browser.post(page + "/checks", Map.of()).statusCode()).isEqualTo(409);

        var profile = console.platform().bean(Connections.class).profiles(connection).getFirst();
        browser.get(page);
        var full = page + "/profiles/" + profile.uuid() + "/full";
        assertThat(browser.post(full, Map.of()).statusCode()).isEqualTo(302);
        assertThat(browser.get(health).body())
                .contains("The next run is <b>full</b>")
                .contains("A full run was asked for.");

        // The other tests of this page expect the answered test and a delta.
        var jdbc = console.jdbc();
        jdbc.sql("delete from connection_check where state = 'WAITING'").update();
        jdbc.sql("update profile set full_wanted = false").update();
    }

    @Test
    void saysWhichSlicesOfARunAreIncompleteAndWhy() {
        assertThat(browser.get(RUN + "2").body())
                .contains("everything (full)")
                .contains("vulnerabilities/0")
                .contains("2 times")
                .contains("the vendor has &lt;b&gt;160&lt;/b&gt;, after a second read");
        assertThat(browser.get(RUN + "3").body()).contains("what changed (delta)");
    }

    @Test
    void pagesForwardAndBack() {
        var first = browser.get(HOSTS).body();
        var next = link(first, "next");
        var second = browser.get(next).body();

        assertThat(first).contains("web-050.example.org").doesNotContain("web-064.example.org");
        assertThat(second).contains("web-064.example.org").doesNotContain("web-050.example.org");
        assertThat(browser.get(link(second, "prev")).body()).contains("web-050.example.org");
    }

    @Test
    void theQueryBarKnowsWhereSuggestionsComeFrom() {
        for (var page : Map.of(HOSTS, "assets", FINDINGS, "findings").entrySet()) {
            var call = "/api/v1/query/suggestions?over=" + page.getValue();

            assertThat(browser.get(page.getKey()).body())
                    .contains("data-suggest=\"" + call + "\"")
                    .contains("id=\"query-suggestions\" role=\"listbox\"")
                    .containsPattern("<script type=\"module\" src=\"/ui/suggest-\\w+\\.js\">");
            assertThat(
                            browser.get(
                                            call + "&text=asset.name:web-00",
                                            "Accept",
                                            "application/json")
                                    .body())
                    .contains("`web-005.example.org`");
        }
        assertThat(browser.get("/ui/suggest.js").statusCode()).isEqualTo(200);
    }

    @Test
    void marksWhereAQueryIsWrong() {
        var answer = browser.get(FINDINGS + "?query=finding.severity%3A5+and+%3Cscript%3E");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("<mark>&lt;</mark>")
                .contains("role=\"alert\"")
                .doesNotContain("<script>");
    }

    @Test
    void findsWithTheTwoQueriesOfTheSpecification() {
        for (var address :
                List.of(
                        HOSTS + "?query=inventory%3A%20(source%3A%20%60CrowdStrike%20Spotlight%60)",
                        FINDINGS + "?query=finding.vendorProductName%3A%20%60Spotlight%60")) {
            var answer = browser.get(address);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("web-005.example.org");
        }
    }

    @Test
    void showsAPageForWhatDoesNotExist() {
        for (var path :
                List.of(HOSTS + "/30000000-0000-4000-8000-000000000001", RUN + "9", "/nothing")) {
            var answer = browser.get(path);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("Not found").contains("<html");
        }
        assertThat(browser.get("/runs/not-a-uuid").statusCode()).isEqualTo(400);
    }

    private static String link(String body, String rel) {
        var start = body.indexOf("rel=\"" + rel + "\"");
        var from = body.indexOf("href=\"", start) + 6;
        return body.substring(from, body.indexOf('"', from)).replace("&amp;", "&");
    }
}
