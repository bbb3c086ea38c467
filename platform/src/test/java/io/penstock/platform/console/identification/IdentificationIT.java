package io.penstock.platform.console.identification;

import static io.penstock.platform.console.DetailTenant.host;
import static io.penstock.platform.console.DetailTenant.location;
import static io.penstock.platform.console.DetailTenant.until;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rules, simulations, doubts, decisions and jobs (S-056 to S-061). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentificationIT {

    private DetailTenant tenant;

    @BeforeAll
    void start(@TempDir Path data) {
        tenant = DetailTenant.start(data);
        tenant.report(
                "<b>A</b>", List.of(host("a1", "web-1", "SN-4711-XY", "10.0.0.1")), List.of());
        var later =
                host("b1", "web-one", "SN-4711-XY", "10.0.0.2")
                        .replace("2026-01-01T", "2026-01-02T");
        tenant.report("B", List.of(later), List.of());
        var sql =
                """
                insert into suspicious_value (tenant_id, anchor_host, rule_key, value, holders,
                    sample, reason, noted_at)
                values (1, ?, 'serial', '<script>alert(1)</script>', 40, array[?::uuid],
                    'more than 20 records carry it', now())
                """;
        tenant.jdbc().sql(sql).params(tenant.record("a1"), tenant.record("a1")).update();
    }

    @AfterAll
    void stop() {
        tenant.close();
    }

    private String order() {
        return "/connections/" + tenant.connection("B").uuid() + "/identification";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/identification",
                "/identification/rules/new",
                "/identification/ambiguous",
                "/identification/suspicious",
                "/identification/decisions",
                "/identification/decisions?revoked=true",
                "/identification/jobs",
                "/identification/jobs/live",
                "ORDER",
            })
    void showsEveryPageEscapedAndUnderAStrictPolicy(String path) {
        var answer = tenant.admin().get(path.replace("ORDER", order()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'");
        assertThat(answer.body())
                .doesNotContain("<script>alert", "<b>A</b>")
                .doesNotContainPattern("<script>|<style|<[^>]*\\s(?:on[a-z]+|style)=");
    }

    @Test
    void listsTheSystemsRulesInPrecedenceOrderWithWords() {
        var page = tenant.admin().get("/identification").body();

        assertThat(page.indexOf("Native key of the source"))
                .isPositive()
                .isLessThan(page.indexOf("Cloud instance"));
        assertThat(page)
                .contains("always on, always first")
                .contains("host name and MAC address")
                .contains("2 of 2 connections")
                .contains("IP address and network");
    }

    @Test
    void aRuleOfOnesOwnIsMadeChangedAndDeleted() {
        var form =
                Map.of(
                        "label", "Name <i>and</i> address",
                        "explanation", "Two & more",
                        "attribute", "hostname");
        assertThat(post("/identification/rules", form).statusCode()).isEqualTo(302);
        assertThat(tenant.admin().get("/identification").body())
                .contains("Name &lt;i&gt;and&lt;/i&gt; address");
        var again = post("/identification/rules", form);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("is named").contains("Two &amp; more");

        var key =
                tenant.jdbc()
                        .sql("select rule_key from identification_rule")
                        .query(String.class)
                        .single();
        var path = "/identification/rules/" + key;
        assertThat(tenant.admin().get(path + "/edit").body()).contains("Name &lt;i&gt;");
        var bad = post(path, Map.of("label", "By address", "attribute", "ip"));
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("role=\"alert\"").contains("By address");
        assertThat(post(path, Map.of("label", "By name", "attribute", "fqdn")).statusCode())
                .isEqualTo(302);
        assertThat(post(path + "/delete", Map.of()).statusCode()).isEqualTo(302);
        assertThat(tenant.admin().get("/identification").body()).contains("No rule of your own");
        assertThat(tenant.admin().get(path + "/edit").statusCode()).isEqualTo(404);
    }

    @Test
    void anOrderIsSimulatedThenUsedThenReset() {
        var begun = post(order(), Map.of("place.fqdn", "1", "on.fqdn", "true", "go", "try"));
        assertThat(location(begun)).startsWith("/identification/simulations/");
        var page = until(() -> tenant.admin().get(location(begun)).body(), ">Result<");
        assertThat(page)
                .contains("Use this order")
                .contains("Would come apart, samples")
                .doesNotContain("hx-trigger=\"every 1s\"");
        assertThat(tenant.admin().get("/identification/jobs").body()).contains("Done");

        var used = post(location(begun) + "/apply", Map.of());
        assertThat(location(used)).isEqualTo(order());
        assertThat(tenant.admin().get(order()).body())
                .contains("an order of its own")
                .contains("All hosts are being identified anew");
        assertThat(tenant.admin().get("/identification/jobs").body())
                .contains("hx-trigger=\"every 2s\"");
        assertThat(post(order() + "/reset", Map.of()).statusCode()).isEqualTo(302);
        assertThat(tenant.admin().get(order()).body()).contains("the order of the system");
        tenant.jdbc().sql("delete from identity_job").update();
    }

    @Test
    void aRuleThatDoesNotExistYetCanBeTried() {
        var begun =
                post(
                        "/identification/rules",
                        Map.of(
                                "label", "By MAC and name",
                                "attribute", "mac",
                                "tryIn", tenant.connection("B").uuid().toString()));
        var page = until(() -> tenant.admin().get(location(begun)).body(), ">Result<");

        assertThat(page)
                .contains("No host would change.")
                .contains("the new rule")
                .doesNotContain("Use this order");
        assertThat(post(location(begun) + "/apply", Map.of()).statusCode()).isEqualTo(409);
        assertThat(post(location(begun) + "/cancel", Map.of()).statusCode()).isEqualTo(302);
    }

    @Test
    void rulesAreMovedWithoutScriptsAndNothingIsSavedByThat() {
        var moved = post(order(), Map.of("on.serial", "true", "go", "up.fqdn"));

        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(moved.body()).contains("This order is not saved yet.");
        assertThat(moved.body().indexOf("id=\"rule-fqdn\""))
                .isPositive()
                .isLessThan(moved.body().indexOf("id=\"rule-serial\""));
        assertThat(tenant.admin().get(order()).body()).contains("the order of the system");
    }

    @Test
    void theLastRuleStaysOn() {
        var answer = post(order(), Map.of("place.serial", "1", "go", "save"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Leave at least one on.");
        assertThat(answer.body()).contains("This order is not saved yet.");
        var nonsense = Map.of("place.nonsense", "1", "on.nonsense", "true");
        assertThat(post(order(), nonsense).statusCode()).isEqualTo(400);
    }

    @Test
    void trustIsSetWithinItsBounds() {
        for (var wrong : List.of("0", "1001", "many")) {
            var answer = post(order() + "/trust", Map.of("trust", wrong));
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body())
                    .contains("role=\"alert\"")
                    .contains("Present: <b class=\"num\">100</b>")
                    .doesNotContain("not saved yet");
        }
        assertThat(post(order() + "/trust", Map.of("trust", "50")).statusCode()).isEqualTo(302);
        assertThat(tenant.admin().get(order()).body()).contains(">50</b>");
        tenant.jdbc().sql("delete from identity_job").update();
    }

    @Test
    void decisionsAreListedAndTakenBack() {
        var host = "/inventory/assets/host/" + tenant.asset("a1");
        tenant.admin().get(host);
        tenant.admin()
                .post(
                        host + "/decision",
                        Map.of(
                                "action", "split",
                                "record", tenant.record("b1").toString(),
                                "reason", "Two <b>boxes</b>"));
        var page = tenant.admin().get("/identification/decisions").body();
        assertThat(page).contains("Split").contains("Two &lt;b&gt;boxes");

        var decision =
                tenant.jdbc()
                        .sql("select decision_uuid from identity_decision where revoked_at is null")
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .single();
        var path = "/identification/decisions/" + decision + "/revoke";
        assertThat(post(path, Map.of()).statusCode()).isEqualTo(302);
        assertThat(tenant.asset("b1")).isEqualTo(tenant.asset("a1"));
        assertThat(post(path, Map.of()).statusCode()).isEqualTo(404);
        assertThat(tenant.admin().get("/identification/decisions").body())
                .contains("Nobody has decided anything");
        assertThat(tenant.admin().get("/identification/decisions?revoked=true").body())
                .contains("taken back by");
    }

    @Test
    void aSimulationWhoseProcessIsGoneHasFailed() {
        var uuid = UUID.randomUUID();
        tenant.jdbc()
                .sql(
                        """
                        insert into identity_simulation (tenant_id, simulation_uuid, asked_by,
                            asked_at, proposal, seen_at)
                        values (1, ?, 'admin', now(), '{"rules": []}', now() - interval '1 day')
                        """)
                .param(uuid)
                .update();

        assertThat(tenant.admin().get("/identification/simulations/" + uuid).body())
                .contains("The process that ran it has ended.")
                .doesNotContain("hx-trigger=\"every 1s\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/identification/ambiguous?after=x",
                "/identification/ambiguous?after=x:y",
                "/identification/suspicious?rule=a%00b",
                "/api/v1/identification/ambiguous?after=x",
                "/api/v1/identification/suspicious?afterRule=a%00b",
                "/api/v1/identification/suspicious?afterValue=a%00b",
            })
    void aPlaceInNoListIsRefused(String path) {
        var answer = tenant.admin().get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("is not one that this list gave");
    }

    @Test
    void aViewerSeesItAllAndChangesNothing() {
        var viewer = tenant.viewer();
        for (var path :
                List.of(
                        "/identification",
                        "/identification/jobs",
                        "/identification/suspicious",
                        "/identification/ambiguous",
                        "/identification/decisions?revoked=true",
                        order())) {
            var answer = viewer.get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            var body = answer.body().replace("action=\"/sign-out\"", "");
            assertThat(body).doesNotContain("action=\"", "name=\"go\"", "New rule");
        }
        viewer.get("/identification");
        for (var path : List.of("/identification/rules", order(), order() + "/trust")) {
            assertThat(viewer.post(path, Map.of()).statusCode()).isEqualTo(403);
        }
        assertThat(viewer.get("/identification/rules/new").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        tenant.admin().get("/identification");
        return tenant.admin().post(path, form);
    }
}
