package io.penstock.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.security.Role;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.security.Users;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Queries that cannot be read, as a viewer sends them: in the address and in a body. */
class BadQueryApiIT {

    private static final int TEN_MEGABYTES = 10 << 20;
    private static final String FINDINGS = "/api/v1/findings";
    private static final String ASSETS = "/api/v1/assets";

    private static TestPlatform platform;
    private static String token;

    @BeforeAll
    static void start(@TempDir Path data) {
        platform = TestPlatform.start(data);
        var viewer = platform.bean(Users.class).create(1, "viewer", Role.VIEWER);
        token = platform.token("viewer", viewer.password());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    log4j and finding.severty:5 | 11 | Did you mean finding.severity?
                    finding.severity:high | 18 | Write for example: finding.severity:[4, 5]
                    (finding.severity:5 | 1 | Close it with ')'
                    finding.severity:[5 | 20 | Values are written
                    """)
    void saysWhereAndHowToMendIt(String query, int position, String hint) {
        for (var rows : new String[] {FINDINGS, ASSETS}) {
            assertQueryProblem(search(rows, query), position, hint);
            assertQueryProblem(get(rows + "?query=" + encoded(query)), position, hint);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FINDINGS, ASSETS})
    void readsNoMoreOfALongQueryThanTheLongestOne(String rows) {
        assertQueryProblem(search(rows, "a".repeat(8_001)), 8_001, "Shorten it; ");
        assertQueryProblem(search(rows, "é".repeat(TEN_MEGABYTES / 2)), 8_001, "Shorten it; ");
        assertQueryProblem(search(rows, "(".repeat(10_000)), 8_001, "Shorten it; ");
        assertQueryProblem(search(rows, "(".repeat(8_000)), 1_001, "Take out parentheses, ");
        assertQueryProblem(search(rows, "not ".repeat(2_000)), 4_001, "Take out parentheses, ");
    }

    @Test
    void takesTheLongestQueryWithEveryCharacterEscaped() {
        var longest = "finding.title:" + "\\u00e9".repeat(7_986);

        var answer = post(FINDINGS + "/search", "{\"query\": \"" + longest + "\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {FINDINGS, ASSETS})
    void tellsHowToSendAQueryThatIsTooLongForAnAddress(String rows) {
        var answer = get(rows + "?query=" + "a".repeat(150_000));

        var problem = problem(answer, 400);
        assertThat(problem.get("code").asString()).isEqualTo("REQUEST_UNREADABLE");
        assertThat(problem.get("hint").asString()).contains("POST " + FINDINGS + "/search");
        assertThat(answer.body()).doesNotContainIgnoringCase("tomcat");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {"query": 5}               | PARAMETER_INVALID
                    {"query": ["a"]}           | PARAMETER_INVALID
                    {"limit": "10"}            | PARAMETER_INVALID
                    {"limit": 1.5}             | PARAMETER_INVALID
                    {"limit": 0}               | LIMIT_RANGE
                    {"limit": 99999999999}     | LIMIT_RANGE
                    {"after": "x"}             | CURSOR_INVALID
                    {"after": {}}              | PARAMETER_INVALID
                    {"qeury": "finding.id:1"}  | MEMBER_UNKNOWN
                    {"qeury": null}            | MEMBER_UNKNOWN
                    [[[[[[]]]]]]               | BODY_UNREADABLE
                    {"query": "a"              | BODY_UNREADABLE
                    {"query": "a"} {}          | BODY_UNREADABLE
                    no json                    | BODY_UNREADABLE
                    """)
    void refusesABodyThatIsNotASearch(String body, String code) {
        for (var rows : new String[] {FINDINGS, ASSETS}) {
            assertThat(problem(post(rows + "/search", body), 400).get("code").asString())
                    .isEqualTo(code);
        }
    }

    @Test
    void refusesABodyThatIsLongElsewhere() {
        var blanks = "{\"query\": \"a\"" + " ".repeat(TEN_MEGABYTES) + "}";
        var cursor = "{\"after\": \"" + "a".repeat(TEN_MEGABYTES) + "\"}";
        var deep = "{\"query\": " + "[".repeat(100_000);

        assertThat(problem(post(FINDINGS + "/search", blanks), 400).get("code").asString())
                .isEqualTo("BODY_TOO_LONG");
        assertThat(problem(post(FINDINGS + "/search", cursor), 400).get("code").asString())
                .isEqualTo("BODY_TOO_LONG");
        assertThat(problem(post(FINDINGS + "/search", deep), 400).get("code").asString())
                .isEqualTo("PARAMETER_INVALID");
    }

    @Test
    void refusesWhatIsNotJson() {
        var form =
                platform.request(FINDINGS + "/search")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("query=a"));

        assertThat(problem(platform.send(form), 400).get("code").asString())
                .isEqualTo("BODY_UNREADABLE");
    }

    private static void assertQueryProblem(HttpResponse<String> answer, int position, String hint) {
        var problem = problem(answer, 400);
        assertThat(problem.get("code").asString()).isEqualTo("QUERY_INVALID");
        assertThat(problem.get("position").asInt()).isEqualTo(position);
        assertThat(problem.get("hint").asString()).startsWith(hint);
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> search(String rows, String query) {
        return post(
                rows + "/search", JsonMapper.shared().writeValueAsString(Map.of("query", query)));
    }

    private static HttpResponse<String> post(String path, String json) {
        return platform.call("POST", path, token, json);
    }

    private static HttpResponse<String> get(String path) {
        return platform.call("GET", path, token, null);
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
