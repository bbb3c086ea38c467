package io.penstock.e2e;

import static java.util.stream.Collectors.toCollection;

import io.penstock.launcher.stack.PostgresFiles;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What an inventory says, table by table, as ordered rows: everything but numbers that count runs
 * and pages, and keys that every installation makes up for itself.
 */
record InventoryDump(Map<String, List<String>> tables) {

    private static final String ASSETS =
            """
            select ((to_jsonb(a) - array['tenant_id', 'created_run', 'changed_run', 'asset_id'])
                || jsonb_build_object('sources', (select jsonb_agg(s.record_key order by s.record_key)
                    from asset_source s
                    where s.tenant_id = a.tenant_id and s.asset_id = a.asset_id)))::text as row
            from asset a
            order by row
            """;

    private static final String FINDINGS =
            """
            select ((to_jsonb(f) - array['tenant_id', 'created_run', 'changed_run', 'finding_id',
                    'record_id', 'asset_id', 'host_id', 'missing_since', 'content_hash',
                    'vulnerability_id', 'remediation_id'])
                || jsonb_build_object('host', s.record_key, 'vulnerability', v.content_key,
                    'remediation', r.content_key,
                    'missing', f.missing_since is not null))::text as row
            from source_finding f
            join vulnerability v using (tenant_id, vulnerability_id)
            left join remediation r using (tenant_id, remediation_id)
            left join asset_source s on s.tenant_id = f.tenant_id
                and s.host_id = coalesce(f.host_id, f.asset_id)
            order by row
            """;

    /** Every word; what a run showed (5 and above) bears the time of this machine's clock. */
    private static final String EVENTS =
            """
            select f.external_finding_id || ' ' || row_number() over (
                    partition by e.finding_id order by e.happened_at, e.evidence_run, e.word)
                || ': ' || case when e.word < 5 then e.happened_at::text else 'run' end
                || ' word ' || e.word || ' ' || coalesce(e.from_status, 0) || '>'
                || coalesce(e.to_status, 0) || ' ' || e.reason
                || case when e.held then ' held' else '' end
                || case when e.rejected then ' rejected' else '' end as row
            from finding_event e
            join source_finding f on f.tenant_id = e.tenant_id and f.record_id = e.finding_id
            order by row
            """;

    private static final Map<String, String> QUERIES = queries();
    private static final Duration SCORES_PATIENCE = Duration.ofMinutes(2);

    static InventoryDump of(PostgresFiles postgres) {
        var tables = new LinkedHashMap<String, List<String>>();
        try (var connection =
                        DriverManager.getConnection(
                                postgres.url(), postgres.user(), postgres.password());
                var session = connection.createStatement()) {
            // The driver would take the test's own zone, and a dump is compared between machines.
            session.execute("set time zone 'UTC'");
            for (var query : QUERIES.entrySet()) {
                tables.put(query.getKey(), rows(connection, query.getValue()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the inventory cannot be read", e);
        }
        return new InventoryDump(tables);
    }

    /** Returns when no asset is due to be scored. */
    static void awaitScores(PostgresFiles postgres) {
        try (var connection =
                DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password())) {
            var due = "select asset_id::text from score_due limit 1";
            if (!Looking.within(SCORES_PATIENCE, () -> rows(connection, due).isEmpty())) {
                throw new IllegalStateException("assets are still due to be scored");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the inventory cannot be read", e);
        }
    }

    int size(String table) {
        return tables.getOrDefault(table, List.of()).size();
    }

    /** One hash over every row. */
    String hash() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            tables.forEach((table, rows) -> {
                sha.update(table.getBytes(StandardCharsets.UTF_8));
                rows.forEach(row -> sha.update((row + "\n").getBytes(StandardCharsets.UTF_8)));
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Rows that only one of the two has, the first few of each table. */
    List<String> differences(InventoryDump other) {
        var differences = new ArrayList<String>();
        tables.forEach((table, rows) -> {
            var theirs = other.tables.getOrDefault(table, List.of());
            differences.addAll(missing("only here, " + table, rows, theirs));
            differences.addAll(missing("only there, " + table, theirs, rows));
        });
        return differences;
    }

    private static List<String> missing(String label, List<String> in, List<String> from) {
        var left = in.stream().collect(toCollection(LinkedHashSet::new));
        from.forEach(left::remove);
        return left.stream().limit(5).map(row -> label + ": " + row).toList();
    }

    private static List<String> rows(Connection connection, String query) {
        var rows = new ArrayList<String>();
        try (var select = connection.createStatement();
                var result = select.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the inventory cannot be read", e);
        }
        return List.copyOf(rows);
    }

    private static Map<String, String> queries() {
        var queries = new LinkedHashMap<String, String>();
        queries.put("asset", ASSETS);
        queries.put(
                "asset_source",
                plain("asset_source", "'host_id', 'asset_id', 'content_hash', 'keys'"));
        queries.put("rejected_host", plain("rejected_host", "'host_id'"));
        queries.put("vulnerability", plain("vulnerability", "'vulnerability_id'"));
        queries.put("remediation", plain("remediation", "'remediation_id'"));
        queries.put("finding", FINDINGS);
        queries.put("finding_event", EVENTS);
        // A record that is rejected again by the next run is still one record.
        queries.put(
                "rejected_record",
                plain("rejected_record", "'page_id', 'record_index', 'run_id'")
                        .replace("select", "select distinct"));
        return queries;
    }

    private static String plain(String table, String without) {
        return "select (to_jsonb(t) - array['tenant_id', 'created_run', 'changed_run', %s])::text"
                        .formatted(without)
                + " as row from %s t order by row".formatted(table);
    }
}
