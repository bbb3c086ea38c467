package io.penstock.platform.console.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.acceptance.Acceptance;
import io.penstock.platform.acceptance.Acceptance.Kind;
import io.penstock.platform.acceptance.AcceptanceOrder;
import io.penstock.platform.acceptance.Acceptances;
import io.penstock.platform.intelligence.Intelligence;
import io.penstock.platform.intelligence.PublicList;
import io.penstock.platform.security.NewUser;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.TestBrowser;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.security.Users;
import io.penstock.platform.tag.Tag;
import io.penstock.platform.tag.Tags;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The pages of the administration, with hostile texts, for administrators and viewers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationIT {

    private static final int TENANT = 1;
    private static final String HOSTILE = "<script>alert(1)</script>\u202Ename";
    private static final String ACCEPTANCES = "/risk-management/acceptances";
    private static final Pattern POST_FORM = Pattern.compile("<form[^>]*\\smethod=\"post\"[^>]*>");
    private static final Pattern EVENT_TIME =
            Pattern.compile("data-label=\"When\"><time[^>]* datetime=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("id=\"new-\\w+\">([^<]+)<");

    private TestPlatform platform;
    private TestBrowser browser;
    private TestBrowser viewer;
    private Tag tag;
    private Acceptance accepted;

    @BeforeAll
    void start(@TempDir Path data) {
        platform = TestPlatform.start(data);
        browser = TestBrowser.signedIn(platform, "admin", platform.firstPassword());
        var vera = user("vera", Role.VIEWER);
        viewer = TestBrowser.signedIn(platform, "vera", vera.password());
        tag = platform.bean(Tags.class).create(TENANT, new Tag.Label(HOSTILE, 5, true), "admin");
        accepted = decide("CVE-2026-3003");
        var list = "cve,epss\nbroken\n".getBytes(StandardCharsets.UTF_8);
        try {
            platform.bean(Intelligence.class)
                    .take(
                            TENANT,
                            "admin",
                            PublicList.EPSS,
                            new ByteArrayInputStream(list),
                            "<img src=x>.csv",
                            false);
        } catch (RuntimeException refused) {
            assertThat(refused).hasMessageContaining("Line 1");
        }
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/administration/users",
                "/administration/tokens",
                "/administration/audit",
                "/administration/settings",
                "/administration/lists",
                "/administration/tags",
                "/administration/tags/TAG",
                ACCEPTANCES,
                "/account",
            })
    void showsEveryPageEscapedToBothRoles(String path) {
        for (var person : List.of(browser, viewer)) {
            var answer = person.get(path.replace("TAG", tag.uuid().toString()));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.body())
                    .containsOnlyOnce("<h1")
                    .doesNotContain("<script>alert", "<img src=x")
                    .doesNotContainPattern("<script>|<style|<[^>]*\\s(?:on[a-z]+|style)=")
                    .doesNotContainPattern("(?:src|href)=\"https?://");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/administration/users",
                "/administration/tokens",
                "/administration/audit",
                "/administration/settings",
                "/administration/lists",
                "/administration/tags",
                ACCEPTANCES,
            })
    void showsAViewerNoFormHeMayNotUse(String path) {
        // The way out is in the frame of every page.
        assertThat(POST_FORM.matcher(viewer.get(path).body()).results())
                .singleElement()
                .satisfies(form -> assertThat(form.group()).contains("action=\"/sign-out\""));
        assertThat(POST_FORM.matcher(browser.get(path).body()).results().count())
                .as("an administrator's, or nothing was left out")
                .isGreaterThanOrEqualTo(path.endsWith("/audit") ? 1 : 2);
    }

    @Test
    void refusesAViewersChanges() {
        viewer.get("/account");
        var user = "/administration/users/" + UUID.randomUUID();
        for (var path :
                List.of(
                        "/administration/users",
                        user + "/role",
                        user + "/disable",
                        user + "/enable",
                        user + "/reset-password",
                        "/administration/tokens",
                        "/administration/tokens/" + UUID.randomUUID() + "/revoke",
                        "/administration/settings/audit.kept-days",
                        "/administration/settings/audit.kept-days/standing",
                        "/administration/lists/epss/fetch",
                        "/administration/tags",
                        "/administration/tags/" + tag.uuid(),
                        "/administration/tags/" + tag.uuid() + "/delete",
                        ACCEPTANCES + "/" + accepted.uuid() + "/revoke")) {
            assertThat(viewer.post(path, Map.of("name", "x")).statusCode()).as(path).isEqualTo(403);
            viewer.get("/account");
        }
    }

    @Test
    void makesAUserWhoseFirstPasswordWorks() {
        browser.get("/administration/users");
        var answer =
                browser.post(
                        "/administration/users", Map.of("username", "maria", "role", "VIEWER"));

        assertThat(answer.statusCode()).isEqualTo(200);
        var password = secret(answer.body());
        assertThat(new TestBrowser(platform).signIn("maria", password)).doesNotContain("refused");
        assertThat(browser.get("/administration/users").body())
                .contains("maria")
                .doesNotContain(password);
    }

    @Test
    void keepsWhatWasTypedWhenAUserCannotBeMade() {
        browser.get("/administration/users");
        var answer =
                browser.post(
                        "/administration/users",
                        Map.of("username", "no blanks here", "role", "ENGINE"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("role=\"alert\"")
                .contains("value=\"no blanks here\"")
                .contains("value=\"ENGINE\" selected");
    }

    @Test
    void changesDisablesAndEnablesAUser() {
        var peter = user("peter", Role.VIEWER);
        var path = "/administration/users/" + peter.user().id();
        var session = TestBrowser.signedIn(platform, "peter", peter.password());

        post(path + "/role", Map.of("role", "ADMIN"), 302);
        assertThat(session.get("/account").statusCode()).as("role changed").isEqualTo(302);
        post(path + "/disable", Map.of(), 302);
        assertThat(platform.logIn("peter", peter.password()).statusCode()).isEqualTo(401);
        post(path + "/enable", Map.of(), 302);
        assertThat(platform.logIn("peter", peter.password()).statusCode()).isEqualTo(201);

        var password = secret(post(path + "/reset-password", Map.of(), 200));
        assertThat(platform.logIn("peter", peter.password()).statusCode()).isEqualTo(401);
        assertThat(platform.logIn("peter", password).statusCode()).isEqualTo(201);
        post(path + "/disable", Map.of(), 302);
    }

    @Test
    void theLastAdministratorStays() {
        var admin =
                platform.bean(Users.class).all(TENANT).stream()
                        .filter(user -> user.username().equals("admin"))
                        .findFirst()
                        .orElseThrow();
        var path = "/administration/users/" + admin.id();

        assertThat(post(path + "/disable", Map.of(), 409)).contains("last enabled administrator");
        post(path + "/role", Map.of("role", "VIEWER"), 409);
    }

    @Test
    void makesAndRevokesTokensOfOnesOwn() {
        viewer.get("/account");
        var answer =
                viewer.post(
                        "/account/tokens", Map.of("name", "export", "role", "VIEWER", "days", "7"));
        assertThat(answer.statusCode()).isEqualTo(200);
        var token = secret(answer.body());
        assertThat(status(token)).isEqualTo(200);

        var page = viewer.get("/account").body();
        assertThat(page).contains("export").doesNotContain(token);
        var revoke = Pattern.compile("/account/tokens/[-0-9a-f]+/revoke").matcher(page);
        assertThat(revoke.find()).isTrue();
        assertThat(viewer.post(revoke.group(), Map.of()).statusCode()).isEqualTo(302);
        assertThat(status(token)).isEqualTo(401);

        viewer.get("/account");
        var refused =
                viewer.post("/account/tokens", Map.of("name", "up", "role", "ADMIN", "days", "7"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("role=\"alert\"").contains("value=\"up\"");
    }

    @Test
    void administratorsSeeAndRevokeEverybodysTokens() {
        var olga = user("olga", Role.VIEWER);
        var session = platform.token("olga", olga.password());
        var made = platform.call("POST", "/api/v1/me/tokens", session, "{\"name\":\"of olga\"}");
        var uuid = made.body().replaceAll("(?s).*\"uuid\":\"([^\"]+)\".*", "$1");

        assertThat(browser.get("/administration/tokens").body()).contains("of olga", "olga");
        var owner = made.body().replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
        assertThat(status(owner)).isEqualTo(200);
        post("/administration/tokens/" + uuid + "/revoke", Map.of(), 302);
        assertThat(status(owner)).isEqualTo(401);
    }

    @Test
    void signsOutEverywhere() {
        var rita = user("rita", Role.VIEWER);
        var one = TestBrowser.signedIn(platform, "rita", rita.password());
        var other = TestBrowser.signedIn(platform, "rita", rita.password());
        one.get("/account");

        var answer = one.post("/account/end-sessions", Map.of());

        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/sign-in?ended");
        assertThat(other.get("/account").statusCode()).isEqualTo(302);
        assertThat(new TestBrowser(platform).get("/sign-in?ended").body()).contains("is ended");
    }

    @Test
    void showsAndFiltersTheAuditLog() {
        post("/administration/tags", Map.of("name", "audited", "criticality", "3"), 302);

        assertThat(browser.get("/administration/audit?who=admin&action=tag.create").body())
                .contains("tag.create")
                .contains("from 127.0.0.1")
                .contains("criticality")
                .contains("/api/v1/audit/export?who=admin&amp;action=tag.create");
        assertThat(browser.get("/administration/audit?from=2020-01-01&to=2020-01-02").body())
                .contains("No event fits the filter");
        var wrong = browser.get("/administration/audit?from=tomorrow&who=%3Cb%3E");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("no day").contains("value=\"tomorrow\"");
        assertThat(browser.get("/administration/audit?after=zzz").statusCode()).isEqualTo(400);
        var beyond = browser.get("/administration/audit?to=%2B999999999-12-31");
        assertThat(beyond.statusCode()).isEqualTo(400);
        assertThat(beyond.body()).contains("no day");
    }

    @Test
    void pagesThroughTheAuditLog() {
        for (int i = 0; i < 55; i++) {
            platform.logIn("vera", i % 9 == 0 ? "wrong" : "");
        }
        var first = browser.get("/administration/audit?who=admin").body();
        var all = browser.get("/administration/audit").body();
        assertThat(first).contains("aria-disabled=\"true\"");
        var next = link(all, "next");
        var second = browser.get(next).body();

        assertThat(rows(all)).isNotEmpty();
        assertThat(rows(second)).isNotEmpty().doesNotContainAnyElementsOf(rows(all));
        assertThat(link(second, "prev")).isEqualTo("/administration/audit");
    }

    @Test
    void choosesASettingAndTakesItBack() {
        var path = "/administration/settings/reports.kept-days";
        post(path, Map.of("value", "14"), 302);
        assertThat(browser.get("/administration/settings").body())
                .contains("value=\"14\"")
                .contains("Chosen by");
        assertThat(post(path, Map.of("value", "4000"), 400))
                .contains("allowed are 1 to 365 days")
                .contains("value=\"4000\"");
        assertThat(post(path, Map.of("value", "a week"), 400)).contains("no whole number");
        post(path + "/standing", Map.of(), 302);
        assertThat(browser.get("/administration/settings").body()).doesNotContain("Chosen by");
        post("/administration/settings/no.such/standing", Map.of(), 404);
    }

    @Test
    void makesChangesAndDeletesATag() {
        post("/administration/tags", Map.of("name", "Silver", "criticality", "3"), 302);
        assertThat(post("/administration/tags", Map.of("name", "SILVER"), 409))
                .contains("named")
                .contains("value=\"SILVER\"");
        var silver =
                platform.bean(Tags.class).all(TENANT).stream()
                        .filter(known -> known.label().name().equals("Silver"))
                        .findFirst()
                        .orElseThrow();
        var path = "/administration/tags/" + silver.uuid();

        assertThat(browser.get(path).body()).contains("value=\"3\" selected");
        assertThat(post(path, Map.of("name", "", "criticality", "2"), 400))
                .contains("role=\"alert\"");
        post(path, Map.of("name", "Silver", "criticality", "", "exposed", "true"), 302);
        assertThat(platform.bean(Tags.class).require(TENANT, silver.uuid()).label())
                .isEqualTo(new Tag.Label("Silver", null, true));
        post(path + "/delete", Map.of(), 302);
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void listsFiltersAndRevokesAcceptedRisks() {
        var other = decide("CVE-2026-2002");

        assertThat(browser.get(ACCEPTANCES + "?cve=cve-2026-2002").body())
                .contains("CVE-2026-2002")
                .doesNotContain("CVE-2026-3003");
        assertThat(browser.get(ACCEPTANCES + "?state=REVOKED&cve=CVE-2026-2002").body())
                .contains("No decision fits");
        var path = ACCEPTANCES + "/" + other.uuid() + "/revoke";
        assertThat(post(path, Map.of("reason", " "), 400)).contains("role=\"alert\"");
        post(path, Map.of("reason", "Replaced"), 302);
        assertThat(browser.get(ACCEPTANCES + "?state=REVOKED").body()).contains("Replaced");
        post(path, Map.of("reason", "Again"), 409);
    }

    @Test
    void showsTheListsTheirHistoryAndWhyAFileWasRefused() {
        assertThat(browser.get("/administration/lists").body())
                .contains("Nothing is stored")
                .contains("&lt;img src=x&gt;.csv")
                .contains("data-upload=\"/api/v1/intelligence/epss\"")
                .contains("penstock.intelligence.kev-url");
        assertThat(post("/administration/lists/epss/fetch", Map.of(), 400))
                .contains("No address is configured");
        post("/administration/lists/other/fetch", Map.of(), 404);
        assertThat(browser.get("/ui/administration.js").statusCode()).isEqualTo(200);
    }

    private String post(String path, Map<String, String> fields, int status) {
        browser.get("/account");
        var answer = browser.post(path, fields);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        return answer.body();
    }

    private int status(String token) {
        return platform.call("GET", "/api/v1/tags", token, null).statusCode();
    }

    private NewUser user(String name, Role role) {
        return platform.bean(Users.class).create(TENANT, name, role);
    }

    private Acceptance decide(String cve) {
        var order =
                new AcceptanceOrder(
                        Kind.RISK_ACCEPTED,
                        AcceptanceOrder.everywhere(cve),
                        HOSTILE.replace("\u202E", ""),
                        Instant.now().plus(Duration.ofDays(10)));
        return platform.bean(Acceptances.class).decide(TENANT, "admin", order).getFirst();
    }

    private static String secret(String body) {
        var found = SECRET.matcher(body);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** When each event was, to the microsecond. */
    private static List<String> rows(String body) {
        return EVENT_TIME.matcher(body).results().map(found -> found.group(1)).toList();
    }

    private static String link(String body, String rel) {
        var start = body.indexOf("rel=\"" + rel + "\"");
        var from = body.indexOf("href=\"", start) + 6;
        return body.substring(from, body.indexOf('"', from)).replace("&amp;", "&");
    }
}
