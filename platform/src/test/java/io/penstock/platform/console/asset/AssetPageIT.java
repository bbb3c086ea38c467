package io.penstock.platform.console.asset;

import static io.penstock.platform.console.DetailTenant.finding;
import static io.penstock.platform.console.DetailTenant.host;
import static io.penstock.platform.console.DetailTenant.location;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.console.DetailTenant;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One host: what its page tells, and what a person decides there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssetPageIT {

    private static final String HOSTS = "/inventory/assets/host/";

    private DetailTenant tenant;

    @BeforeAll
    void start(@TempDir Path data) {
        tenant = DetailTenant.start(data);
        tenant.report(
                "A",
                List.of(
                        host("a1", "web-1", "SN-4711-XY", "10.0.0.1"),
                        host("x1", "<script>alert(1)</script>", "None", "10.0.0.9")),
                List.of(finding("fa", "a1", "CVE-2026-1001")));
        var later =
                host("b1", "web-one", "SN-4711-XY", "10.0.0.2")
                        .replace("2026-01-01T", "2026-01-02T");
        tenant.report("B", List.of(later), List.of());
        var last = host("d1", "db-1", "SN-0815-ZZ", "10.0.0.8");
        tenant.report("C", List.of(last.replace("2026-01-01T", "2026-01-03T")), List.of());
    }

    @AfterAll
    void stop() {
        tenant.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/score", "/findings", "/identity", "/timeline", "/merge", "/split"})
    void showsEveryPartEscapedAndUnderAStrictPolicy(String part) {
        for (var aid : List.of("a1", "x1")) {
            var answer = tenant.admin().get(HOSTS + tenant.asset(aid) + part);

            assertThat(answer.statusCode()).as(part).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("script-src 'self'");
            assertThat(answer.body())
                    .doesNotContain("<script>alert")
                    .doesNotContainPattern("<script>|<style|<[^>]*\\s(?:on[a-z]+|style)=");
        }
    }

    @Test
    void showsAHostileNameAsText() {
        assertThat(get(tenant.asset("x1"), "")).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void saysWhoseValueCountsAndWhy() {
        var page = get(tenant.asset("a1"), "");

        assertThat(page)
                .contains("2 records are this machine")
                .contains("differs")
                .contains("newest record of the most trusted (trust 100)")
                .contains("chip good\">counts");
    }

    @Test
    void tellsTheRulesThatWereTriedAndTheJunk() {
        assertThat(get(tenant.asset("a1"), "/identity"))
                .contains("BIOS serial number")
                .contains("Matched")
                .contains("SN4711XY");
        assertThat(get(tenant.asset("x1"), "/identity")).contains("junk").contains("None");
    }

    @Test
    void tellsWhatHasHappened() {
        assertThat(get(tenant.asset("a1"), "/timeline")).contains("1 new finding.");
        assertThat(get(tenant.asset("a1"), "/findings")).contains("CVE-2026-1001");
        var path = HOSTS + tenant.asset("a1") + "/timeline?after=";
        for (var after : List.of("x", "2026-01-01T00:00:00Z~i1", "MQ")) {
            assertThat(tenant.admin().get(path + after).statusCode()).as(after).isEqualTo(400);
        }
    }

    @Test
    void findsTheRecordAsTheSourceSentIt() {
        var path = "/records/" + tenant.record("b1") + "/raw";

        assertThat(get(tenant.asset("a1"), path)).contains("&quot;hostname&quot;: &quot;web-one");
    }

    @Test
    void previewsAMergeThenMergesAndTakesItBack() {
        var asset = tenant.asset("a1");
        var form = Map.of("action", "merge", "other", tenant.asset("d1").toString());

        var preview = post(asset, "/decision/preview", form);
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body())
                .contains("It would be one host")
                .contains("3 records, 1 open finding")
                .contains("One record would belong to another host.");
        assertThat(tenant.asset("d1")).isNotEqualTo(tenant.asset("a1"));

        var refused = post(asset, "/decision", form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("reason").contains("It would be one host");

        var done = post(asset, "/decision", with(form, "reason", "One <b>box</b>"));
        assertThat(location(done)).startsWith(HOSTS + asset + "?moved=1");
        assertThat(tenant.asset("d1")).isEqualTo(tenant.asset("a1"));
        assertThat(get(tenant.asset("a1"), "/identity")).contains("One &lt;b&gt;box&lt;/b&gt;");
        assertThat(get(tenant.asset("a1"), "/timeline")).contains("Merged by hand.");

        var decision =
                tenant.jdbc()
                        .sql("select request_uuid from identity_decision where revoked_at is null")
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list()
                        .getFirst();
        assertThat(post(asset, "/decisions/" + decision + "/revoke", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(tenant.asset("d1")).isNotEqualTo(tenant.asset("a1"));
    }

    @Test
    void splitsARecordOff() {
        var asset = tenant.asset("a1");
        var form = Map.of("action", "split", "record", tenant.record("b1").toString());

        assertThat(post(asset, "/decision/preview", form).body()).contains("It would be 2 hosts");
        assertThat(post(asset, "/decision", with(form, "reason", "Two boxes")).statusCode())
                .isEqualTo(302);
        assertThat(tenant.asset("b1")).isNotEqualTo(tenant.asset("a1"));

        var decision =
                tenant.jdbc()
                        .sql(
                                "select request_uuid from identity_decision"
                                        + " where action = 'SPLIT' and revoked_at is null")
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list()
                        .getFirst();
        post(asset, "/decisions/" + decision + "/revoke", Map.of());
        assertThat(tenant.asset("b1")).isEqualTo(tenant.asset("a1"));
    }

    @Test
    void refusesADecisionThatMakesNoSense() {
        var asset = tenant.asset("a1");
        for (var form :
                List.of(
                        Map.of("action", "pin", "record", "<script>"),
                        Map.of("action", "split"),
                        Map.of("action", "merge", "other", asset.toString()),
                        Map.of("action", "explode"))) {
            var answer = post(asset, "/decision/preview", form);

            assertThat(answer.statusCode()).as(form.toString()).isEqualTo(400);
            assertThat(answer.body()).contains("role=\"alert\"").doesNotContain("<script>");
        }
    }

    @Test
    void putsTagsOnAndTakesThemOff() {
        var asset = tenant.asset("d1");
        var made = Map.of("name", "crown <i>jewels</i>", "criticality", "5");
        assertThat(post(asset, "/tags/new", made).statusCode()).isEqualTo(302);
        assertThat(get(asset, "")).contains("crown &lt;i&gt;jewels").contains("criticality 5");

        var again = post(asset, "/tags/new", made);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("is named").contains("value=\"crown &lt;i&gt;jewels");
        assertThat(post(asset, "/tags/new", Map.of("name", "")).statusCode()).isEqualTo(400);

        var tag =
                tenant.jdbc()
                        .sql("select tag_uuid from tag")
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .single();
        assertThat(post(asset, "/tags/" + tag + "/remove", Map.of()).statusCode()).isEqualTo(302);
        assertThat(post(asset, "/tags", Map.of("tag", tag.toString())).statusCode()).isEqualTo(302);
        assertThat(post(asset, "/tags/" + tag + "/remove", Map.of()).statusCode()).isEqualTo(302);
        assertThat(get(asset, "")).contains("No tag yet.");
    }

    @Test
    void aViewerSeesItAllAndChangesNothing() {
        var asset = tenant.asset("a1");
        var viewer = tenant.viewer();
        for (var part : List.of("", "/identity", "/score", "/findings", "/timeline")) {
            var answer = viewer.get(HOSTS + asset + part);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body().replaceAll("action=\"/sign-out\"", ""))
                    .doesNotContain("action=\"");
        }
        viewer.get(HOSTS + asset);
        assertThat(viewer.post(HOSTS + asset + "/decision", Map.of()).statusCode()).isEqualTo(403);
        assertThat(viewer.post(HOSTS + asset + "/tags", Map.of()).statusCode()).isEqualTo(403);
        assertThat(viewer.get(HOSTS + asset + "/merge").statusCode()).isEqualTo(403);
        assertThat(viewer.get(HOSTS + asset + "/split").statusCode()).isEqualTo(403);
    }

    @Test
    void aRecordsIdLeadsToItsHostAndUnknownOnesToAWord() {
        assertThat(location(tenant.admin().get(HOSTS + tenant.record("b1"))))
                .isEqualTo(HOSTS + tenant.asset("b1"));
        for (var part : List.of("", "/score", "/findings", "/identity", "/timeline")) {
            assertThat(tenant.admin().get(HOSTS + UUID.randomUUID() + part).statusCode())
                    .isEqualTo(404);
        }
        assertThat(tenant.admin().get(HOSTS + "x/score").statusCode()).isEqualTo(400);
        var part =
                tenant.admin().get(HOSTS + UUID.randomUUID() + "/identity", "HX-Request", "true");
        assertThat(part.statusCode()).isEqualTo(404);
        assertThat(part.body()).contains("There is no host").doesNotContain("<html");
    }

    private String get(UUID asset, String part) {
        return tenant.admin().get(HOSTS + asset + part).body();
    }

    private HttpResponse<String> post(UUID asset, String path, Map<String, String> form) {
        tenant.admin().get(HOSTS + asset);
        return tenant.admin().post(HOSTS + asset + path, form);
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        var more = new HashMap<>(form);
        more.put(name, value);
        return more;
    }
}
