package io.penstock.platform.console.finding;

import static io.penstock.platform.console.DetailTenant.finding;
import static io.penstock.platform.console.DetailTenant.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.console.DetailTenant;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One finding: evidence, lineage, what the public lists say, and decisions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingPageIT {

    private static final String FINDINGS = "/risk-management/findings/vulnerability/";

    private DetailTenant tenant;

    @BeforeAll
    void start(@TempDir Path data) {
        tenant = DetailTenant.start(data);
        var hosts = List.of(host("a1", "<b>web</b>", "SN-4711-XY", "10.0.0.1"));
        tenant.report("A", hosts, List.of(finding("fa", "a1", "CVE-2026-1001")));
        tenant.report(
                "B",
                List.of(host("b1", "<b>web-1</b>", "SN-4711-XY", "10.0.0.1")),
                List.of(
                        finding("fb", "b1", "CVE-2026-1001"),
                        finding("fc", "b1", "CVE-2026-1007")));
        tenant.jdbc()
                .sql(
                        """
                        insert into kev (tenant_id, cve_id, name, vendor, product, date_added,
                            due_date, ransomware)
                        values (1, 'CVE-2026-1001', '<i>Flaw</i>', 'V', 'P', '2026-02-01',
                            '2026-03-01', true)
                        """)
                .update();
        tenant.jdbc()
                .sql(
                        """
                        insert into epss (tenant_id, cve_id, probability, percentile, model_date)
                        values (1, 'CVE-2026-1001', 0.9412, 0.998, '2026-02-02')
                        """)
                .update();
    }

    @AfterAll
    void stop() {
        tenant.close();
    }

    private UUID merged() {
        return tenant.jdbc()
                .sql("select finding_id from finding where records = 2")
                .query((row, _) -> row.getObject(1, UUID.class))
                .single();
    }

    @Test
    void showsEvidenceHostAndListsEscaped() {
        var answer = tenant.admin().get(FINDINGS + merged());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(">fa<")
                .contains(">fb<")
                .contains("to be mended until")
                .contains("2026-03-01")
                .contains("94.1 %")
                .contains("used by ransomware")
                .contains("&lt;i&gt;Flaw")
                .contains("&lt;b&gt;web")
                .doesNotContain("<i>Flaw", "<b>web", "<script>alert")
                .doesNotContainPattern("<script>|<style|<[^>]*\\s(?:on[a-z]+|style)=");
    }

    @Test
    void followsEveryValueToRecordRunAndMap() {
        var lineage = tenant.admin().get(FINDINGS + merged() + "/lineage");

        assertThat(lineage.statusCode()).isEqualTo(200);
        assertThat(lineage.body()).contains("/runs/").contains("version 2").contains("9.8");
    }

    @Test
    void findsTheRecordAsTheSourceSentIt() {
        var finding = tenant.findingId("fc");
        var answer = tenant.admin().get(FINDINGS + finding + "/records/" + finding + "/raw");

        assertThat(answer.body())
                .contains("Record 1 of stored page")
                .contains("&quot;id&quot;: &quot;fc&quot;")
                .doesNotContain("<script>alert");
        tenant.jdbc().sql("update raw_page set body = '' where not hosts").update();
        assertThat(tenant.admin().get(FINDINGS + finding + "/records/" + finding + "/raw").body())
                .contains("kept no more");
    }

    @Test
    void acceptsARiskAndRevokesIt() {
        var finding = tenant.findingId("fc");
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
        var form =
                Map.of(
                        "kind", "RISK_ACCEPTED",
                        "scope", "CVE_ON_ASSET",
                        "reason", "Behind <b>a wall</b>",
                        "until", day);

        assertThat(post(finding, "/acceptances", form).statusCode()).isEqualTo(302);
        var page = tenant.admin().get(FINDINGS + finding).body();
        assertThat(page)
                .contains("risk accepted")
                .contains("the CVE on this host")
                .contains("Behind &lt;b&gt;a wall");

        var acceptance =
                tenant.jdbc()
                        .sql("select acceptance_uuid from acceptance where revoked_at is null")
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .single();
        var path = "/acceptances/" + acceptance + "/revoke";
        assertThat(post(finding, path, Map.of("reason", "")).statusCode()).isEqualTo(400);
        assertThat(post(finding, path, Map.of("reason", "Replaced")).statusCode()).isEqualTo(302);
        assertThat(tenant.admin().get(FINDINGS + finding).body()).contains("Revoked");
    }

    @Test
    void badInputGetsASentenceAndStays() {
        var finding = tenant.findingId("fc");
        for (var until : List.of("", "tomorrow", "2020-01-01", "+999999999-12-31")) {
            var form =
                    Map.of(
                            "kind", "FALSE_POSITIVE",
                            "scope", "FINDING",
                            "reason", "kept & shown",
                            "until", until);
            var answer = post(finding, "/acceptances", form);

            assertThat(answer.statusCode()).as(until).isEqualTo(400);
            assertThat(answer.body()).contains("role=\"alert\"").contains("kept &amp; shown");
        }
        var odd = Map.of("kind", "X", "scope", "Y", "reason", "r", "until", "2027-01-01");
        assertThat(post(finding, "/acceptances", odd).statusCode()).isEqualTo(400);
    }

    @Test
    void aViewerSeesItAllAndChangesNothing() {
        var finding = tenant.findingId("fc");
        var viewer = tenant.viewer();

        assertThat(viewer.get(FINDINGS + finding).body().replace("action=\"/sign-out\"", ""))
                .doesNotContain("action=\"");
        assertThat(viewer.get(FINDINGS + finding + "/lineage").statusCode()).isEqualTo(200);
        viewer.get(FINDINGS + finding);
        assertThat(viewer.post(FINDINGS + finding + "/acceptances", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(tenant.admin().get(FINDINGS + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(tenant.admin().get(FINDINGS + UUID.randomUUID() + "/lineage").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> post(UUID finding, String path, Map<String, String> form) {
        tenant.admin().get(FINDINGS + finding);
        return tenant.admin().post(FINDINGS + finding + path, form);
    }
}
