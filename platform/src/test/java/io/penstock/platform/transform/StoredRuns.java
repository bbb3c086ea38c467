package io.penstock.platform.transform;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.NewConnection;
import io.penstock.platform.identity.OwnMachines;
import io.penstock.platform.intake.RunSettlement;
import io.penstock.platform.security.TestPlatform;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Runs as an engine leaves them, and the transformation of their pages one by one, here. */
public final class StoredRuns {

    public static final int TENANT = 1;

    private final TestPlatform platform;
    private final JdbcClient jdbc;

    public StoredRuns(TestPlatform platform) {
        this.platform = platform;
        this.jdbc = platform.bean(JdbcClient.class);
    }

    public Connection connect(String name) {
        return platform.bean(Connections.class)
                .create(
                        TENANT,
                        new NewConnection(
                                "crowdstrike-onprem",
                                name,
                                "",
                                Map.of(
                                        "url", "http://127.0.0.1:1",
                                        "client-id", "0123456789abcdef0123456789abcdef",
                                        "client-secret", "a".repeat(40))));
    }

    /** A connection that shares no machine with others. */
    public Connection connectAlone(String name) {
        return OwnMachines.of(jdbc, connect(name));
    }

    /** A full run that is read to its end; its pages wait for the transformation. */
    public UUID read(Connection connection, List<String> hosts, List<String> findings) {
        var uuid = UUID.randomUUID();
        var run =
                jdbc.sql(
                                """
                                insert into run (tenant_id, run_uuid, connection_id, profile_id,
                                    map_id, trigger, kind, state, window_until, engine_uuid,
                                    engine_version, engine_host, lease, lease_until, opened_at,
                                    read_ended_at, read_outcome)
                                select tenant_id, ?, connection_id, profile_id, map_id, 'on-demand',
                                    'FULL', 'TRANSFORMING', now(), ?, '1', 'host', ?, now(), now(),
                                    now(), 'READ'
                                from profile where tenant_id = ? and connection_id = ?
                                returning run_id
                                """)
                        .params(uuid, uuid, uuid, TENANT, connection.id())
                        .query(Long.class)
                        .single();
        add(run, "hosts", true, hosts);
        add(run, "vulnerabilities", false, findings);
        return uuid;
    }

    private void add(long run, String stream, boolean hosts, List<String> pages) {
        var total = pages.stream().mapToInt(StoredRuns::records).sum();
        jdbc.sql("insert into run_stream values (?, ?, ?, ?, true)")
                .params(TENANT, run, stream, hosts)
                .update();
        jdbc.sql(
                        """
                        insert into run_slice (tenant_id, run_id, stream, slice, lower_bound,
                            upper_bound, received, distinct_count, vendor_total, last_page_in, state)
                        values (?, ?, ?, 0, '', '', ?, ?, ?, true, 'SEALED')
                        """)
                .params(TENANT, run, stream, total, total, total)
                .update();
        for (var i = 0; i < pages.size(); i++) {
            jdbc.sql(
                            """
                            insert into raw_page (tenant_id, run_id, stream, slice, sequence, hosts,
                                encoding, sha256, records, body, received_at)
                            values (?, ?, ?, 0, ?, ?, 'identity', '', ?, ?, now())
                            """)
                    .params(TENANT, run, stream, i, hosts, records(pages.get(i)))
                    .param(pages.get(i).getBytes(StandardCharsets.UTF_8))
                    .update();
        }
    }

    private static int records(String page) {
        return page.split("\"cid\"", -1).length - 1;
    }

    public static String page(List<String> records) {
        return "{\"resources\": [" + String.join(",", records) + "]}";
    }

    /** Transforms everything that waits, and settles the runs that are done by it. */
    public void drain() {
        var queue = platform.bean(PageQueue.class);
        var work = platform.bean(PageWork.class);
        var settlement = platform.bean(RunSettlement.class);
        settlement.settleAll();
        for (var next = queue.take(); next.isPresent(); next = queue.take()) {
            work.transform(next.get());
            settlement.settle(TENANT, next.get().context().runId());
        }
        var more = true;
        while (more) {
            more = settlement.settleAll();
        }
    }

    public JdbcClient jdbc() {
        return jdbc;
    }
}
