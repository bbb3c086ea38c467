package io.penstock.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.wire.EnginePaths;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {

    private static final String ID = "11111111-2222-4333-8444-555555555555";

    private TestPlatform platform;
    private String adminPassword;
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);

    @BeforeAll
    void start(@TempDir Path data) {
        platform = TestPlatform.start(data);
        adminPassword = platform.firstPassword();
        for (var role : Role.values()) {
            tokens.put(role, tokenOf(newUser(role)));
        }
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    /** What each role gets: ok = let through to the controller, no = refused. */
    @ParameterizedTest
    @CsvFileSource(resources = "access.csv", numLinesToSkip = 1)
    void letsEachRoleDoItsOwn(
            String method, String path, String admin, String viewer, String engine) {
        // An enrolled engine has the intake and nothing else.
        var ingest = path.startsWith("/engine/") ? engine : "no";
        var expected =
                Map.of(
                        Role.ADMIN, admin,
                        Role.VIEWER, viewer,
                        Role.ENGINE, engine,
                        Role.INGEST, ingest);
        for (var role : Role.values()) {
            var body = method.equals("GET") || method.equals("DELETE") ? null : "{}";
            var answer = platform.call(method, path.replace("ID", ID), tokens.get(role), body);
            assertThat(answer.statusCode() == 403)
                    .as("%s %s as %s gives %d", method, path, role, answer.statusCode())
                    .isEqualTo("no".equals(expected.get(role)));
            assertThat(answer.statusCode()).isNotIn(401, 302, 500);
        }
    }

    @Test
    void refusesCallsWithoutOrWithABrokenToken() {
        for (var path : new String[] {"/api/v1/connections", "/engine/v1/runs", "/api/v1/users"}) {
            assertThat(platform.call("GET", path, null, null).statusCode()).isEqualTo(401);
            var broken = platform.call("GET", path, tokens.get(Role.ADMIN) + "x", null);
            assertThat(broken.statusCode()).isEqualTo(401);
            assertThat(broken.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
            assertThat(broken.body()).contains("\"code\":\"TOKEN_REFUSED\"");
        }
    }

    @Test
    void answersAWrongPasswordWithAProblem() {
        var answer = platform.logIn("admin", "not this one");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body()).contains("SIGN_IN_REFUSED").doesNotContain("not this one");
    }

    @Test
    void trimsTheUserNameOfAnEngine() {
        assertThat(platform.logIn(" ADMIN ", adminPassword).statusCode()).isEqualTo(201);
    }

    @Test
    void slowsDownAfterTenFailures() {
        var user = newUser(Role.VIEWER);
        for (int i = 0; i < 10; i++) {
            assertThat(platform.logIn(user.user().username(), "wrong " + i).statusCode())
                    .isEqualTo(401);
        }

        var answer = platform.logIn(user.user().username(), user.password());

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isPositive();
        assertThat(new TestBrowser(platform).signIn(user.user().username(), user.password()))
                .endsWith("/sign-in?limit");
    }

    @Test
    void endsTokenAndSessionOfADisabledUser() {
        var user = newUser(Role.VIEWER);
        var token = tokenOf(user);
        var browser = TestBrowser.signedIn(platform, user.user().username(), user.password());
        assertThat(browser.get("/connections").statusCode()).isEqualTo(200);

        var path = "/api/v1/users/" + user.user().id() + "/disable";
        assertThat(platform.call("POST", path, tokens.get(Role.ADMIN), "").statusCode())
                .isEqualTo(200);

        assertThat(platform.call("GET", "/api/v1/connections", token, null).statusCode())
                .isEqualTo(401);
        assertThat(browser.get("/connections").statusCode()).isEqualTo(302);
        assertThat(platform.logIn(user.user().username(), user.password()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void endsTokensWithTheOldPassword() {
        var user = newUser(Role.ENGINE);
        var token = tokenOf(user);
        var body = "{\"present\":\"" + user.password() + "\",\"wanted\":\"four words in a row\"}";

        assertThat(platform.call("POST", "/api/v1/me/password", token, body).statusCode())
                .isEqualTo(204);

        assertThat(platform.call("GET", "/api/v1/runs", token, null).statusCode()).isEqualTo(401);
        platform.token(user.user().username(), "four words in a row");
    }

    @Test
    void comparesTheCustomerWithTheUsers() {
        var own = platform.bean(Tenants.class).customerUuid(1).toString();

        assertThat(engineCall(own)).isNotIn(400, 403);
        assertThat(engineCall(UUID.randomUUID().toString())).isEqualTo(403);
        assertThat(engineCall("default")).isEqualTo(400);
        assertThat(platform.call("GET", "/engine/v1/x", tokens.get(Role.ENGINE), null).body())
                .contains("CUSTOMER_FORM");
    }

    @Test
    void refusesAChangeWithoutTheTokenOfThePage() {
        var browser = TestBrowser.signedIn(platform, "admin", adminPassword);

        var answer = browser.postAsIs("/connections", Map.of("name", "x"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Not allowed");
    }

    @Test
    void keepsViewersFromChangesInTheConsole() {
        var user = newUser(Role.VIEWER);
        var browser = TestBrowser.signedIn(platform, user.user().username(), user.password());

        assertThat(browser.get("/connections").body()).doesNotContain("New connection");
        assertThat(browser.get("/connections/new").statusCode()).isEqualTo(403);
        browser.get("/connections");
        assertThat(browser.post("/connections", Map.of("name", "x")).statusCode()).isEqualTo(403);
    }

    @Test
    void leavesTheWholePageWhenAFragmentFindsNobodySignedIn() {
        var answer = new TestBrowser(platform).get("/connections/live", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/sign-in");
    }

    private int engineCall(String customer) {
        return platform.send(
                        platform.request("/engine/v1/x")
                                .header("Authorization", "Bearer " + tokens.get(Role.ENGINE))
                                .header(EnginePaths.HEADER_CUSTOMER, customer))
                .statusCode();
    }

    private NewUser newUser(Role role) {
        var name = "u" + UUID.randomUUID().toString().substring(0, 8);
        return platform.bean(Users.class).create(1, name, role);
    }

    private String tokenOf(NewUser user) {
        return platform.token(user.user().username(), user.password());
    }
}
