package io.penstock.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.PlatformMain;
import io.penstock.platform.db.PreparedDatabase;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.Users;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The running platform, asked over HTTP. */
class SearchApiIT {

    private static final int FIRST_TENANT = 1;
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext platform;
    private static String address;
    private static String token;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        PreparedDatabase.lendTo(data);
        platform =
                SpringApplication.run(
                        PlatformMain.class, "--penstock.data=" + data, "--server.port=0");
        address = "http://127.0.0.1:" + platform.getEnvironment().getProperty("local.server.port");
        var viewer = platform.getBean(Users.class).create(FIRST_TENANT, "viewer", Role.VIEWER);
        token = token("viewer", viewer.password());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void anEmptyInventoryGivesEmptyPages() throws Exception {
        for (var list : new String[] {"findings", "assets"}) {
            var page = json(get("/api/v1/" + list), 200);

            assertThat(page.get("rows").isEmpty()).isTrue();
            assertThat(page.get("next").isNull()).isTrue();
            assertThat(page.get("count").asInt()).isZero();
            assertThat(page.get("exact").asBoolean()).isTrue();
        }
        assertThat(json(get("/api/v1/findings/facets"), 200).get("bySeverity").size()).isEqualTo(5);
    }

    @Test
    void aQueryThatCannotBeReadIsAProblemWithItsPosition() throws Exception {
        var query = URLEncoder.encode("log4j and finding.severty:5", StandardCharsets.UTF_8);
        var response = get("/api/v1/findings?query=" + query);

        assertThat(response.headers().firstValue("content-type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        var problem = json(response, 400);
        assertThat(problem.get("code").asString()).isEqualTo("QUERY_INVALID");
        assertThat(problem.get("position").asInt()).isEqualTo(11);
        assertThat(problem.get("hint").asString()).isEqualTo("Did you mean finding.severity?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    finding.qid:1 | 1 | Use finding.vendorFindingId.
                    finding.severity:high | 18 | Write for example: finding.severity:[4, 5]
                    (finding.severity:5 | 1 | Close it with ')', or put a value that holds it in quotes.
                    finding.severity:[5 | 20 | Values are written: a, `a b`, "a b", [a, b], [1 .. 5], (1 .. 5)
                    finding.title:` | 15 | Close it with another `; inside a value it is written twice.
                    """)
    void badQueriesSayWhereAndHowToMendThem(String query, int position, String hint)
            throws Exception {
        for (var page : List.of("findings", "assets", "findings/facets")) {
            assertRefused(page, query, position, hint);
        }
    }

    @Test
    void tooLongAndTooDeepQueriesAreRefusedWithTheirPlace() throws Exception {
        var longest = "finding.severity:5" + "\u00e9".repeat(7_982);

        assertRefused("findings", longest, 18, "Write for example: finding.severity:[4, 5]");
        assertRefused("findings", longest + "x", 8_001, "Shorten it; ");
        assertRefused("findings", "(".repeat(10_000), 8_001, "Shorten it; ");
        assertRefused("assets", "not ".repeat(1_500), 4_001, "Take out parentheses, ");
        assertRefused("assets", "(".repeat(7_000), 1_001, "Take out parentheses, ");
    }

    private static void assertRefused(String page, String query, int position, String hint)
            throws Exception {
        var encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
        var problem = json(get("/api/v1/" + page + "?query=" + encoded), 400);

        assertThat(problem.get("code").asString()).isEqualTo("QUERY_INVALID");
        assertThat(problem.get("position").asInt()).isEqualTo(position);
        assertThat(problem.get("hint").asString()).startsWith(hint);
    }

    @Test
    void wrongParametersAreProblems() throws Exception {
        assertThat(code("/api/v1/findings?limit=0", 400)).isEqualTo("LIMIT_RANGE");
        assertThat(code("/api/v1/findings?limit=501", 400)).isEqualTo("LIMIT_RANGE");
        assertThat(code("/api/v1/findings?limit=ten", 400)).isEqualTo("PARAMETER_INVALID");
        assertThat(code("/api/v1/findings?after=x", 400)).isEqualTo("CURSOR_INVALID");
        assertThat(code("/api/v1/assets?after=x", 400)).isEqualTo("CURSOR_INVALID");
        assertThat(code("/api/v1/findings/one", 400)).isEqualTo("PARAMETER_INVALID");
        assertThat(code("/api/v1/findings/" + NOBODY, 404)).isEqualTo("FINDING_UNKNOWN");
        assertThat(code("/api/v1/assets/" + NOBODY, 404)).isEqualTo("ASSET_UNKNOWN");
    }

    @Test
    void listsTheFieldsOfBothPages() throws Exception {
        var fields = json(get("/api/v1/query/fields"), 200);

        assertThat(fields.get("findings").get(0).get("name").asString())
                .isEqualTo("finding.severity");
        assertThat(fields.get("assets").get(1).get("aliases").get(0).asString())
                .isEqualTo("inventory.source");
        assertThat(fields.get("assets").size()).isEqualTo(fields.get("findings").size());
    }

    @Test
    void suggestsWhatMayBeTypedNext() throws Exception {
        var calls = "/api/v1/query/suggestions?over=findings&text=";
        var names = json(get(calls + "x%20finding.sev&caret=13&limit=1"), 200);
        var none = json(get("/api/v1/query/suggestions?over=assets&limit=1"), 200);

        assertThat(names.get("from").asInt()).isEqualTo(2);
        assertThat(names.get("to").asInt()).isEqualTo(13);
        assertThat(names.get("suggestions").isEmpty()).isTrue();
        var field = json(get(calls + "finding.sev"), 200).get("suggestions").get(0);
        assertThat(field.get("kind").asString()).isEqualTo("FIELD");
        assertThat(field.get("text").asString()).isEqualTo("finding.severity");
        assertThat(field.get("type").asString()).isEqualTo("NUMBER");
        assertThat(field.get("example").asString()).isEqualTo("finding.severity:[4, 5]");
        assertThat(none.get("suggestions").get(0).get("text").asString()).isEqualTo("asset.name");
    }

    @Test
    void badSuggestionCallsSayWhatIsWrong() throws Exception {
        var calls = "/api/v1/query/suggestions?over=assets&text=abc";
        assertThat(code(calls + "&caret=4", 400)).isEqualTo("CARET_RANGE");
        assertThat(code(calls + "&caret=-1", 400)).isEqualTo("CARET_RANGE");
        assertThat(code(calls + "&caret=x", 400)).isEqualTo("PARAMETER_INVALID");
        assertThat(code(calls + "&limit=51", 400)).isEqualTo("LIMIT_RANGE");
        assertThat(code("/api/v1/query/suggestions?over=both", 400)).isEqualTo("OVER_UNKNOWN");
        assertThat(get("/api/v1/query/suggestions").statusCode()).isEqualTo(400);
    }

    @Test
    void nobodyReadsWithoutAToken() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1/findings")).build();

        assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    private static String code(String path, int status) throws Exception {
        return json(get(path), status).get("code").asString();
    }

    private static JsonNode json(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(response.body());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", "Bearer " + token)
                        .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static String token(String username, String password) throws Exception {
        var form =
                "token=true&username="
                        + username
                        + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8);
        var request =
                HttpRequest.newBuilder(URI.create(address + "/auth"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }
}
