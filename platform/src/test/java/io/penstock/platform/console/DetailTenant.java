package io.penstock.platform.console;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.TestBrowser;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.security.Users;
import io.penstock.platform.transform.StoredRuns;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** A tenant whose connections report machines and findings, and two people who look at them. */
public final class DetailTenant implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestPlatform platform;
    private final StoredRuns runs;
    private final Map<String, Connection> connections = new HashMap<>();
    private final TestBrowser admin;
    private final TestBrowser viewer;

    private DetailTenant(TestPlatform platform) {
        this.platform = platform;
        this.runs = new StoredRuns(platform);
        this.admin = TestBrowser.signedIn(platform, "admin", platform.firstPassword());
        var made = platform.bean(Users.class).create(StoredRuns.TENANT, "looker", Role.VIEWER);
        this.viewer = TestBrowser.signedIn(platform, "looker", made.password());
    }

    public static DetailTenant start(Path data) {
        return new DetailTenant(
                TestPlatform.start(
                        data,
                        "--penstock.transform.workers=0",
                        "--penstock.identity.worker=false",
                        "--penstock.scores.workers=0"));
    }

    public TestBrowser admin() {
        return admin;
    }

    public TestBrowser viewer() {
        return viewer;
    }

    public JdbcClient jdbc() {
        return runs.jdbc();
    }

    public <T> T bean(Class<T> type) {
        return platform.bean(type);
    }

    public Connection connection(String name) {
        return connections.computeIfAbsent(name, runs::connect);
    }

    /** A full run of a source. */
    public void report(String source, List<String> hosts, List<String> findings) {
        runs.read(
                connection(source),
                List.of(StoredRuns.page(hosts)),
                findings.isEmpty() ? List.of() : List.of(StoredRuns.page(findings)));
        runs.drain();
    }

    public static String host(String aid, String name, String serial, String ip) {
        return ("{\"id\": \"c_%1$s\", \"cid\": \"c\", \"aid\": \"%1$s\", \"hostname\": \"%2$s\","
                        + " \"system_serial_number\": \"%3$s\","
                        + " \"first_seen_timestamp\": \"2026-01-01T00:00:00Z\","
                        + " \"last_seen_timestamp\": \"2026-01-10T00:00:00Z\","
                        + " \"network_interfaces\": [{\"local_ip\": \"%4$s\"}]}")
                .formatted(aid, name, serial, ip);
    }

    public static String finding(String id, String aid, String cve) {
        return String.format(
                Locale.ROOT,
                "{\"id\": \"%s\", \"cid\": \"c\", \"aid\": \"%s\", \"vulnerability_id\": \"%s\","
                    + " \"status\": \"open\", \"confidence\": \"confirmed\", \"created_timestamp\":"
                    + " \"2026-01-05T00:00:00Z\", \"updated_timestamp\": \"2026-01-05T00:00:00Z\","
                    + " \"cve\": {\"id\": \"%s\", \"severity\": \"HIGH\", \"base_score\": 9.8,"
                    + " \"description\": \"</p><script>alert(1)</script>\"}}",
                id,
                aid,
                cve,
                cve);
    }

    public UUID record(String aid) {
        return id("select host_id from asset_source where record_key = ?", "c_" + aid);
    }

    public UUID asset(String aid) {
        return id("select asset_id from asset_source where record_key = ?", "c_" + aid);
    }

    public UUID findingId(String id) {
        return id("select finding_id from finding where external_finding_id = ?", id);
    }

    private UUID id(String sql, String key) {
        return runs.jdbc()
                .sql(sql)
                .param(key)
                .query((row, _) -> row.getObject(1, UUID.class))
                .single();
    }

    public static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]*", "");
    }

    /** Looks again until a page says something. */
    public static String until(Supplier<String> page, String words) {
        var end = Instant.now().plus(PATIENCE);
        var seen = page.get();
        while (!seen.contains(words) && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
            seen = page.get();
        }
        return seen;
    }

    @Override
    public void close() {
        platform.close();
    }
}
