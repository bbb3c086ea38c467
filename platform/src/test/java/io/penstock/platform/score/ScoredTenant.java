package io.penstock.platform.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.acceptance.Lapses;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.security.Tenants;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.transform.StoredRuns;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A platform whose workers rest, filled by pages as a vendor sends them; loaded and scored in the
 * test's own thread.
 */
public final class ScoredTenant implements AutoCloseable {

    public static final int TENANT = StoredRuns.TENANT;

    private static final String UPDATED = "2026-01-02T00:00:00Z";

    private final TestPlatform platform;
    private final StoredRuns runs;
    private final String admin;

    private ScoredTenant(TestPlatform platform) {
        this.platform = platform;
        this.runs = new StoredRuns(platform);
        this.admin = platform.adminToken();
    }

    public static ScoredTenant start(Path data, String... more) {
        var arguments = new ArrayList<>(List.of(more));
        arguments.add("--penstock.transform.workers=0");
        arguments.add("--penstock.scores.workers=0");
        return new ScoredTenant(TestPlatform.start(data, arguments.toArray(String[]::new)));
    }

    public TestPlatform platform() {
        return platform;
    }

    public JdbcClient jdbc() {
        return runs.jdbc();
    }

    public <T> T bean(Class<T> type) {
        return platform.bean(type);
    }

    public Connection connect(String name) {
        return runs.connectAlone(name);
    }

    public static String host(String name) {
        return String.format(
                Locale.ROOT,
                "{\"id\": \"%1$s\", \"cid\": \"c\", \"aid\": \"%1$s\", \"hostname\": \"%1$s\","
                        + " \"last_seen_timestamp\": \"2026-01-01T00:00:00Z\","
                        + " \"network_interfaces\": [{\"local_ip\": \"10.0.0.1\"}]}",
                name);
    }

    /**
     * @param cvss base score, or empty for none
     */
    public static String finding(String id, String host, String cve, String cvss) {
        return String.format(
                Locale.ROOT,
                "{\"id\": \"%s\", \"cid\": \"c\", \"aid\": \"%s\", \"vulnerability_id\": \"%s\","
                        + " \"status\": \"open\", \"confidence\": \"confirmed\","
                        + " \"created_timestamp\": \"2026-01-01T00:00:00Z\","
                        + " \"updated_timestamp\": \"%s\", \"cve\": {\"id\": \"%s\","
                        + " \"severity\": \"HIGH\"%s}}",
                id,
                host,
                cve,
                UPDATED,
                cve,
                cvss.isEmpty() ? "" : ", \"base_score\": " + cvss);
    }

    /** Loads one page of hosts and one of findings; nothing is scored yet. */
    public void load(Connection connection, List<String> hosts, List<String> findings) {
        runs.read(
                connection,
                hosts.isEmpty() ? List.of() : List.of(StoredRuns.page(hosts)),
                findings.isEmpty() ? List.of() : List.of(StoredRuns.page(findings)));
        runs.drain();
        assertThat(
                        jdbc().sql("select count(*) from raw_page where state <> 'DONE'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    /** Scores everything that is due, whether pages wait or not. */
    public void score() {
        for (var id : bean(Tenants.class).all()) {
            bean(Lapses.class).settle(id);
            var scored = scored(id);
            while (scored > 0) {
                scored = scored(id);
            }
        }
    }

    private int scored(int id) {
        var found = bean(VulnerabilityScores.class).scoreNew(id);
        while (found == VulnerabilityScores.CHUNK) {
            found = bean(VulnerabilityScores.class).scoreNew(id);
        }
        return bean(AssetScoring.class).next(id);
    }

    public UUID asset(Connection connection, String host) {
        return jdbc().sql(
                        """
                        select asset_id from asset_source
                        where tenant_id = ? and connection_id = ? and record_key like ?
                        """)
                .params(TENANT, connection.id(), "%" + host)
                .query(UUID.class)
                .single();
    }

    public UUID finding(Connection connection, String id) {
        return jdbc().sql(
                        """
                        select finding_id from finding
                        where tenant_id = ? and connection_id = ? and external_finding_id = ?
                        """)
                .params(TENANT, connection.id(), id)
                .query(UUID.class)
                .single();
    }

    public int scoreOf(UUID asset) {
        return jdbc().sql("select score from asset where tenant_id = ? and asset_id = ?")
                .params(TENANT, asset)
                .query(Integer.class)
                .single();
    }

    boolean isDue(UUID asset) {
        return jdbc().sql("select exists (select from score_due where asset_id = ?)")
                .param(asset)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    public long due() {
        return jdbc().sql("select count(distinct asset_id) from score_due")
                .query(Long.class)
                .single();
    }

    public JsonNode get(String path) {
        return call(200, "GET", path, null);
    }

    /** Rows that a query finds. */
    public long count(String list, String query) {
        var text = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return get("/api/v1/" + list + "?query=" + text).get("count").asLong();
    }

    public JsonNode call(int status, String method, String path, @Nullable String json) {
        return read(platform.call(method, path, admin, json), status);
    }

    public String admin() {
        return admin;
    }

    public static JsonNode read(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    @Override
    public void close() {
        platform.close();
    }
}
