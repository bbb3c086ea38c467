package io.penstock.e2e;

import io.penstock.launcher.stack.PostgresFiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a vendor's tenant holds and what the inventory made of it, in one form: id → what can be
 * said of a record without knowing its history.
 */
record SourceRows(Map<String, String> rows) {

    private static final int SHOWN = 5;

    /** Findings of one connection: open or closed, and as of when. Rejected ones count as known. */
    private static final String FINDINGS =
            """
            select f.external_finding_id, case when f.status = 3 then 'closed' else 'open' end,
                f.changed_at
            from source_finding f join connection c using (tenant_id, connection_id)
            where c.connection_uuid = ?
            """;

    private static final String HOSTS =
            """
            select s.record_key
            from asset_source s join connection c using (tenant_id, connection_id)
            where c.connection_uuid = ? and not s.minimal
            """;

    private static final String REJECTED =
            """
            select distinct r.record_key
            from rejected_record r join connection c using (tenant_id, connection_id)
            where c.connection_uuid = ?
            """;

    /** The findings of a connection. */
    static SourceRows ofInventory(PostgresFiles postgres, UUID connection) {
        var rows = new TreeMap<String, String>();
        select(
                postgres,
                FINDINGS,
                connection,
                row -> {
                    var changed = row.getTimestamp(3).toInstant();
                    rows.put(row.getString(1), row.getString(2) + " " + changed);
                });
        return new SourceRows(rows);
    }

    /** Records of a connection that could not be mapped in some run. */
    static Set<String> rejected(PostgresFiles postgres, UUID connection) {
        var keys = new TreeSet<String>();
        select(postgres, REJECTED, connection, row -> keys.add(row.getString(1)));
        return keys;
    }

    /** Host records of a connection that are in the inventory. */
    static Set<String> hosts(PostgresFiles postgres, UUID connection) {
        var keys = new TreeSet<String>();
        select(postgres, HOSTS, connection, row -> keys.add(row.getString(1)));
        return keys;
    }

    /** The findings a tenant has now, as the simulator's oracle prints them. */
    static SourceRows ofOracle(URI simulator) {
        var rows = new TreeMap<String, String>();
        control(simulator, "oracle/findings")
                .map(line -> line.split("\t", -1))
                .forEach(parts ->
                        rows.put(
                                parts[0],
                                (parts[2].equals("closed") ? "closed " : "open ")
                                        + Instant.parse(parts[3])));
        return new SourceRows(rows);
    }

    /** Lines of a control resource of the simulator, such as {@code oracle/hosts}. */
    static Stream<String> control(URI simulator, String name) {
        return send(HttpRequest.newBuilder(simulator.resolve("/_penstock/" + name)));
    }

    /** Sets a switch of the simulator while it runs. */
    static void set(URI simulator, String option, String value) {
        var resource = simulator.resolve("/_penstock/options/" + option);
        send(HttpRequest.newBuilder(resource).PUT(BodyPublishers.ofString(value)));
    }

    private static Stream<String> send(HttpRequest.Builder request) {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer.uri() + ": " + answer.statusCode());
            }
            return answer.body().lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The same without some records. */
    SourceRows without(Set<String> ids) {
        var left = new TreeMap<>(rows);
        left.keySet().removeAll(ids);
        return new SourceRows(left);
    }

    /** The same, of records that the other knows as well. */
    SourceRows amongst(SourceRows other) {
        var left = new TreeMap<>(rows);
        left.keySet().retainAll(other.rows.keySet());
        return new SourceRows(left);
    }

    /** What this has and the other has not, or has otherwise; the first few. */
    List<String> notIn(SourceRows other) {
        return rows.entrySet().stream()
                .filter(row -> !row.getValue().equals(other.rows.get(row.getKey())))
                .limit(SHOWN)
                .map(row -> row + " but there " + other.rows.get(row.getKey()))
                .toList();
    }

    /** Findings that this calls closed and the other open. */
    List<String> closedButOpenIn(SourceRows other) {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().startsWith("closed"))
                .map(Map.Entry::getKey)
                .filter(id -> other.rows.getOrDefault(id, "").startsWith("open"))
                .limit(SHOWN)
                .toList();
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void select(
            PostgresFiles postgres, String query, UUID connection, RowReader reader) {
        try (var database =
                        DriverManager.getConnection(
                                postgres.url(), postgres.user(), postgres.password());
                var select = database.prepareStatement(query)) {
            select.setObject(1, connection);
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    reader.read(result);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the inventory cannot be read", e);
        }
    }
}
