package io.penstock.platform.intelligence;

import static io.penstock.platform.intelligence.ListTexts.epss;
import static io.penstock.platform.intelligence.ListTexts.gzip;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.score.ScoredTenant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A platform with an address for a list. */
class FetchIT {

    @Test
    void fetchesAtItsStartAndWhenSomebodyWantsIt(@TempDir Path data) throws Exception {
        try (var server = new ListServer()) {
            server.answers(ListServer.bytes(gzip(epss("CVE-2026-1001,0.5,0.9"))));
            try (var tenant =
                    ScoredTenant.start(
                            data, "--penstock.intelligence.epss-url=" + server.url("/e.csv.gz"))) {
                assertThat(server.asked().await(60, TimeUnit.SECONDS)).isTrue();

                tenant.jdbc()
                        .sql("insert into tenant (customer_uuid, name) values (?, 'other')")
                        .param(UUID.randomUUID())
                        .update();
                var fetched = tenant.call(200, "POST", "/api/v1/intelligence/epss/fetch", null);

                assertThat(fetched.get("by").asString()).isEqualTo("admin");
                assertThat(
                                tenant.jdbc()
                                        .sql(
                                                "select distinct imported_by from"
                                                        + " intelligence_import where tenant_id <>"
                                                        + " 1")
                                        .query(String.class)
                                        .list())
                        .as("what another tenant reads of it")
                        .containsExactly("schedule");
                // Whichever came first, the schedule's or ours.
                assertThat(fetched.get("outcome").asString()).isIn("APPLIED", "UNCHANGED");
                assertThat(fetched.get("origin").asString()).endsWith("/e.csv.gz");
                var lists = tenant.get("/api/v1/intelligence").get("lists");
                assertThat(lists.get(0).get("entries").asInt()).isEqualTo(1);
                assertThat(lists.get(0).get("fetched").asBoolean()).isTrue();
                assertThat(lists.get(1).get("fetched").asBoolean()).isFalse();

                server.answers(ListServer.status(500));
                var failed = tenant.call(503, "POST", "/api/v1/intelligence/epss/fetch", null);
                assertThat(failed.get("code").asString()).isEqualTo("LIST_UNREACHABLE");
            }
        }
    }
}
