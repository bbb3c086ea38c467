package io.penstock.platform.identity;

import static io.penstock.platform.transform.StoredRuns.TENANT;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.transform.StoredRuns;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** A platform whose connections report machines, and what the inventory makes of them. */
final class Sources implements AutoCloseable {

    private final TestPlatform platform;
    private final StoredRuns runs;
    private final String admin;
    private final Map<String, Connection> connections = new HashMap<>();

    private Sources(TestPlatform platform) {
        this.platform = platform;
        this.runs = new StoredRuns(platform);
        this.admin = platform.adminToken();
    }

    static Sources start(Path data) {
        return new Sources(
                TestPlatform.start(
                        data,
                        "--penstock.transform.workers=0",
                        "--penstock.identity.worker=false"));
    }

    /** Takes everything away that another test has left. */
    void clear() {
        connections.clear();
        for (var table :
                List.of(
                        "finding",
                        "asset",
                        "asset_source",
                        "host_key",
                        "identity_decision",
                        "identity_log",
                        "identity_job",
                        "merge_suggestion",
                        "suspicious_value",
                        "connection_rule",
                        "identification_rule")) {
            runs.jdbc().sql("delete from " + table).update();
        }
    }

    Connection connection(String name) {
        return connections.computeIfAbsent(name, n -> runs.connect(n + " " + UUID.randomUUID()));
    }

    /** A full run of a source that reports these machines and no findings. */
    void report(String source, Machine... machines) {
        report(source, List.of(machines), List.of());
    }

    void report(String source, List<Machine> machines, List<String> findings) {
        var hosts = machines.stream().map(Machine::json).toList();
        runs.read(
                connection(source),
                hosts.isEmpty() ? List.of() : List.of(StoredRuns.page(hosts)),
                findings.isEmpty() ? List.of() : List.of(StoredRuns.page(findings)));
        runs.drain();
    }

    /** Takes every step of the jobs there are. */
    void work() {
        var jobs = platform.bean(IdentityJobs.class);
        var more = true;
        while (more) {
            more = jobs.step(_ -> {});
        }
    }

    /** Each asset as the sorted keys of its records, such as {@code a1+b7}. */
    List<String> assets() {
        return runs.jdbc()
                .sql(
                        """
                        select string_agg(substr(record_key, 3), '+' order by record_key)
                        from asset_source s join asset a using (tenant_id, asset_id)
                        group by asset_id order by 1
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }

    long count(String table) {
        return runs.jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }

    String text(String sql, Object... binds) {
        return runs.jdbc().sql(sql).params(Arrays.asList(binds)).query(String.class).single();
    }

    UUID host(String aid) {
        return uuid("host_id", aid);
    }

    UUID asset(String aid) {
        return uuid("asset_id", aid);
    }

    private UUID uuid(String column, String aid) {
        return runs.jdbc()
                .sql("select " + column + " from asset_source where record_key = ?")
                .param("c_" + aid)
                .query((row, _) -> row.getObject(1, UUID.class))
                .single();
    }

    /** Everything identification wrote, so that two states can be compared. */
    String state() {
        var tables = List.of("asset", "asset_source", "host_key", "identity_log", "identity_job");
        var lines = new TreeSet<String>();
        for (var table : tables) {
            lines.addAll(
                    runs.jdbc()
                            .sql("select xmin || ' ' || t::text from " + table + " t")
                            .query(String.class)
                            .list());
        }
        return String.join("\n", lines);
    }

    JsonNode call(int status, String method, String path, @Nullable String body) {
        var answer = platform.call(method, path, admin, body);
        if (answer.statusCode() != status) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    <T> T bean(Class<T> type) {
        return platform.bean(type);
    }

    static int tenant() {
        return TENANT;
    }

    StoredRuns runs() {
        return runs;
    }

    @Override
    public void close() {
        platform.close();
    }
}
