package io.penstock.platform.inventory;

import io.penstock.core.finding.Word;
import io.penstock.core.finding.Word.Standing;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.NewConnection;
import io.penstock.platform.inventory.FindingPage.SpokenHost;
import io.penstock.platform.security.TestPlatform;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

/** An inventory whose pages are loaded one by one, here. */
final class TestInventory implements AutoCloseable {

    static final int TENANT = 1;

    private final TestPlatform platform;
    private final JdbcClient jdbc;

    private TestInventory(TestPlatform platform) {
        this.platform = platform;
        this.jdbc = platform.bean(JdbcClient.class);
    }

    static TestInventory start(Path data) {
        return new TestInventory(TestPlatform.start(data, "--penstock.transform.workers=0"));
    }

    /** A connection, and who it is. */
    record Source(io.penstock.platform.connector.Connection connection) {

        UUID host(String name) {
            return Report.hostId(connection.uuid(), name);
        }
    }

    /** Work on one database connection, in one transaction. */
    interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    Source source(String name, int trust) {
        var settings =
                Map.of(
                        "url", "http://127.0.0.1:1",
                        "client-id", "0123456789abcdef0123456789abcdef",
                        "client-secret", "a".repeat(40));
        var made =
                platform.bean(Connections.class)
                        .create(
                                TENANT,
                                new NewConnection("crowdstrike-onprem", name, "", settings));
        jdbc.sql("update connection set trust = ? where connection_id = ?")
                .params(trust, made.id())
                .update();
        return new Source(made);
    }

    void delete(Source source) {
        platform.bean(Connections.class).delete(source.connection());
    }

    /**
     * A run of the source that has ended.
     *
     * @param day the end of its window, in March 2024
     */
    LoadContext run(Source source, int day) {
        var run =
                jdbc.sql(
                                """
                                insert into run (tenant_id, run_uuid, connection_id, profile_id,
                                    map_id, trigger, kind, state, window_until, engine_uuid,
                                    engine_version, engine_host, lease, lease_until, opened_at)
                                select tenant_id, gen_random_uuid(), connection_id, profile_id,
                                    map_id, 'on-demand', 'DELTA', 'INCOMPLETE', ?::timestamptz,
                                    gen_random_uuid(), '1', 'host', gen_random_uuid(), now(), now()
                                from profile where tenant_id = ? and connection_id = ?
                                returning run_id
                                """)
                        .params(Report.march(day).toString(), TENANT, source.connection().id())
                        .query(Long.class)
                        .single();
        return new LoadContext(TENANT, source.connection().id(), run);
    }

    PageLedger load(Source source, LoadContext run, Report... reports) {
        return load(source, run, List.of(reports));
    }

    PageLedger load(Source source, LoadContext run, List<Report> reports) {
        var uuid = source.connection().uuid();
        var texts = new HashMap<UUID, VulnerabilityText>();
        var hosts = new HashMap<UUID, SpokenHost>();
        for (var report : reports) {
            texts.put(report.vulnerabilityKey(), text(report));
            hosts.put(Report.hostId(uuid, report.host()), spoken(source, report.host()));
        }
        var findings = reports.stream().map(r -> r.mapped(reports.indexOf(r), uuid)).toList();
        var page = new FindingPage(findings, texts, Map.of(), hosts, List.of());
        return inside(c -> platform.bean(FindingLoad.class).load(c, run, page)).ledger();
    }

    private static VulnerabilityText text(Report report) {
        return new VulnerabilityText(
                report.title(),
                report.cve(),
                "",
                "",
                new VulnerabilityText.Scores(null, null, null, null),
                new VulnerabilityText.Threat(false, null, ""));
    }

    private static SpokenHost spoken(Source source, String host) {
        var name = source.connection().name() + " " + host;
        return new SpokenHost(host, name, "", "", Report.march(1), Report.march(31));
    }

    /** Makes the host's record one of another asset, and moves its findings there. */
    void move(UUID host, UUID asset) {
        inside(c -> {
            var context = new LoadContext(TENANT, 0, 0);
            platform.bean(FindingMoves.class).move(c, context, Map.of(host, asset));
            return asset;
        });
        jdbc.sql("update asset_source set asset_id = ? where host_id = ?")
                .params(asset, host)
                .update();
    }

    /** As the end of a complete run does for what it held. */
    void release(LoadContext run) {
        revise(
                run,
                word -> word.standing() == Standing.HELD ? word.with(Standing.COUNTS) : word,
                null);
    }

    /** As the end of a complete full run does for a record that it did not report. */
    void missing(LoadContext run, Word.Kind kind, int day) {
        revise(
                run,
                word -> word,
                new Word(
                        kind,
                        Report.march(day),
                        run.runId(),
                        run.runId(),
                        RecordWords.ANY_REPORT,
                        Standing.COUNTS));
    }

    /** For every record. */
    private record Same(UnaryOperator<Word> words, @Nullable Word more) implements Revision {

        @Override
        public Word each(UUID record, Word word) {
            return words.apply(word);
        }

        @Override
        public @Nullable Word added(UUID record) {
            return more;
        }
    }

    private void revise(LoadContext run, UnaryOperator<Word> each, @Nullable Word added) {
        var records =
                jdbc.sql("select record_id from source_finding where connection_id = ?")
                        .param(run.connectionId())
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        inside(c -> {
            platform.bean(RecordRevision.class).revise(c, run, records, new Same(each, added));
            return records;
        });
    }

    /** As the worker does, which may be at it, too: rows it has taken are seen until it commits. */
    void regroup() {
        while (!rows("select match_key::text from finding_regroup").isEmpty()) {
            bean(DueClasses.class).regroupSome();
        }
    }

    <T> T inside(Work<T> work) {
        return platform.bean(TransactionTemplate.class)
                .execute(_ -> {
                    var dataSource = platform.bean(DataSource.class);
                    var connection = DataSourceUtils.getConnection(dataSource);
                    try {
                        return work.on(connection);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    } finally {
                        DataSourceUtils.releaseConnection(connection, dataSource);
                    }
                });
    }

    /** The rows of a query, each as one text. */
    List<String> rows(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query((row, _) -> row.getString(1)).list();
    }

    String one(String sql, Object... params) {
        return String.join(" | ", rows(sql, params));
    }

    void execute(String sql) {
        jdbc.sql(sql).update();
    }

    <T> T bean(Class<T> type) {
        return platform.bean(type);
    }

    @Override
    public void close() {
        platform.close();
    }
}
