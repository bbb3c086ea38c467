package io.penstock.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.security.Role;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.security.Users;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

/**
 * Statements in place of values, names, cursors and limits, sent over HTTP by a viewer of tenant 1
 * beside whose rows stand those of tenant 2.
 */
class InjectionApiIT {

    private static final List<String> PAGES = List.of("findings", "assets");

    /**
     * What would end a text, a statement or a comment, or be a parameter, in one dialect or other.
     */
    private static final List<String> ATTACKS =
            List.of(
                    "' or '1'='1",
                    "'; drop table finding; --",
                    "\"; delete from finding where true; --",
                    "x') or f.tenant_id in (1, 2) --",
                    "x' union select * from app_user --",
                    "/* x */ 1 or 1=1",
                    "1; select pg_sleep(60)",
                    "$$; drop table asset; $$",
                    "$1",
                    "?",
                    "? ?::text",
                    ":tenant",
                    ":tenant or true",
                    "::int",
                    "x::cast",
                    "{}",
                    "{} or true",
                    "%' or true or '%",
                    "\\'; drop table finding; --",
                    "\\",
                    "\\\\'",
                    "E'\\x27'",
                    "U&'\\0027'",
                    "\\u0027 or true",
                    "＇ or true",
                    "ʼ; --",
                    "a\u0000b",
                    "\u0000",
                    "\u202E' or true",
                    "${jndi:ldap://127.0.0.1/a}",
                    "#{1+1}");

    private static final String ID = "00000000-0000-0000-0000-000000000000";

    private static TestPlatform platform;
    private static String token;

    @BeforeAll
    static void start(@TempDir Path data) {
        platform = TestPlatform.start(data);
        new ResourceDatabasePopulator(
                        new ClassPathResource("small-inventory.sql", InjectionApiIT.class))
                .execute(platform.bean(DataSource.class));
        var viewer = platform.bean(Users.class).create(1, "viewer", Role.VIEWER);
        token = platform.token("viewer", viewer.password());
    }

    @AfterAll
    static void nothingWasChanged() {
        try {
            var jdbc = platform.bean(JdbcClient.class);
            assertThat(jdbc.sql("select count(*) from finding").query(Long.class).single())
                    .isEqualTo(7);
            assertThat(jdbc.sql("select count(*) from asset").query(Long.class).single())
                    .isEqualTo(6);
        } finally {
            platform.close();
        }
    }

    static Stream<String> queries() {
        return ATTACKS.stream().flatMap(InjectionApiIT::inEveryPlace);
    }

    private static Stream<String> inEveryPlace(String attack) {
        return Stream.of(
                attack,
                "finding.title:" + attack,
                "finding.title:`" + attack.replace("`", "``") + "`",
                "finding.product=\"" + attack.replace("\"", "\"\"") + "\"",
                "asset.name:'" + attack.replace("'", "''") + "'",
                "not finding.cveId:[`" + attack + "`, `" + attack + "`]",
                "finding.severity:" + attack,
                "finding.id:`" + attack + "`",
                "finding.lastFoundDate>`" + attack + "`",
                "asset.tag.name:*`" + attack + "`",
                attack + ":1",
                "finding." + attack + ":1",
                "finding:(" + attack + ":1)",
                "finding.severity" + attack + "5");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void isAValueOrARefusalAndNeverAStatement(String query) {
        for (var page : PAGES) {
            assertHarmless(get(page, "query", query));
            assertHarmless(search(page, Map.of("query", query)));
        }
        assertHarmless(get("findings/facets", "query", query));
        assertHarmless(get("findings/counts?by=SOURCE", "query", query));
    }

    @Test
    void aQuotedAttackIsLookedForAndNotFound() {
        for (var attack : ATTACKS) {
            var exact = "finding.title:`" + attack + "`";
            var answer = search("findings", Map.of("query", exact));

            if (answer.statusCode() == 200) {
                assertThat(json(answer).get("count").asInt()).as(exact).isZero();
            } else {
                assertThat(attack).as(answer.body()).contains("\u0000");
            }
        }
    }

    @Test
    void cursorsAndLimitsAreCheckedOrBound() {
        for (var attack : ATTACKS) {
            var forged =
                    List.of(
                            attack,
                            place(attack, "2026-03-01T00:00:00Z", ID, "7", "true"),
                            place("5", attack, ID, "7", "true"),
                            place("5", "2026-03-01T00:00:00Z", attack, "7", "true"),
                            place("5", "2026-03-01T00:00:00Z", ID, attack, "true"),
                            place("5", "2026-03-01T00:00:00Z", ID, "7", attack),
                            place(attack, "web-01"),
                            place(ID, attack));
            for (var page : PAGES) {
                assertThat(get(page, "limit", attack).statusCode()).isEqualTo(400);
                assertThat(search(page, Map.of("limit", attack)).statusCode()).isEqualTo(400);
                for (var after : forged) {
                    assertHarmless(get(page, "after", after));
                    assertHarmless(search(page, Map.of("after", after)));
                }
            }
        }
    }

    @Test
    void aCursorInGoodOrderIsTaken() {
        var findings = place("5", "2026-03-01T00:00:00Z", ID, "7", "true");

        assertThat(get("findings", "after", findings).statusCode()).isEqualTo(200);
        assertThat(get("assets", "after", place(ID, "web-01")).statusCode()).isEqualTo(200);
    }

    /** Rows of tenant 1 or a refusal with its code; ids of tenant 2 end in f7 and af. */
    private static void assertHarmless(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400);
        assertThat(answer.body())
                .doesNotContain("0000000000f7")
                .doesNotContain("0000000000af")
                .doesNotContainIgnoringCase("sqlstate")
                .doesNotContain("PSQLException");
        if (answer.statusCode() == 400) {
            assertThat(json(answer).get("code").asString())
                    .isIn("QUERY_INVALID", "CURSOR_INVALID", "TEXT_CHARACTER", "PARAMETER_INVALID");
        }
    }

    /** A cursor of the query that means all: of findings with five parts, of assets with two. */
    private static String place(String... parts) {
        var text = "1\n" + Integer.toHexString("".hashCode()) + "\n" + String.join("\n", parts);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> get(String page, String parameter, String value) {
        var path = "/api/v1/" + page + (page.contains("?") ? "&" : "?") + parameter + "=";
        return platform.call(
                "GET", path + URLEncoder.encode(value, StandardCharsets.UTF_8), token, null);
    }

    private static HttpResponse<String> search(String page, Map<String, String> body) {
        var path = "/api/v1/" + page + "/search";
        return platform.call("POST", path, token, JsonMapper.shared().writeValueAsString(body));
    }
}
