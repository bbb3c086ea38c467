package io.penstock.platform.upload;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Profile;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/** The SQL of {@link Uploads}. */
@Component
class UploadRows {

    /** A sender that is silent for so long is gone. */
    private static final int LEASE_SECONDS = 300;

    private static final String OPEN =
            """
            insert into run (tenant_id, run_uuid, connection_id, profile_id, map_id, trigger, kind,
                state, window_until, engine_uuid, engine_version, engine_host, lease, lease_until,
                opened_at, opened_by)
            select tenant_id, :uuid, connection_id, profile_id, map_id, 'upload', 'UPLOAD', 'READING',
                now(), :uuid, '', '', :uuid, now() + make_interval(secs => :lease), now(), :by
            from profile where tenant_id = :tenant and profile_id = :profile
            returning run_id
            """;

    private static final String PAGE =
            """
            insert into raw_page (tenant_id, run_id, stream, slice, sequence, hosts, encoding, sha256,
                records, body, received_at, line_numbers, line_faults)
            select tenant_id, run_id, stream, 0, :sequence, hosts, 'gzip', :sha256, :records, :body,
                now(), :lines, nullif(:faults, '')::jsonb
            from run_stream where tenant_id = :tenant and run_id = :run
            """;

    private static final String ADVANCE =
            """
            update run_slice set next_sequence = :sequence + 1, received = received + :records,
                distinct_count = distinct_count + :records
            where tenant_id = :tenant and run_id = :run
            """;

    private static final String HOLD =
            """
            update run set lease_until = now() + make_interval(secs => ?)
            where tenant_id = ? and run_id = ? and state = 'READING' and not cancel_requested
            """;

    private static final String SEAL =
            """
            update run_slice set state = 'SEALED', vendor_total = distinct_count, last_page_in = true
            where tenant_id = ? and run_id = ?
            """;

    private static final String END =
            """
            update run set state = 'TRANSFORMING', read_ended_at = now(), read_outcome = ?,
                fault_code = ?, message = ?
            where tenant_id = ? and run_id = ? and state = 'READING'
            """;

    private final JdbcClient jdbc;

    UploadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @throws FaultException CONFLICT while another run of the connection is under way
     */
    @Transactional
    long open(Connection connection, Profile profile, Upload upload, UUID uuid) {
        try {
            var run =
                    jdbc.sql(OPEN)
                            .param("uuid", uuid)
                            .param("lease", LEASE_SECONDS)
                            .param("by", upload.by())
                            .param("tenant", connection.tenantId())
                            .param("profile", profile.id())
                            .query(Long.class)
                            .single();
            addStream(connection.tenantId(), run, upload);
            return run;
        } catch (DuplicateKeyException e) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "CONNECTION_BUSY",
                    "The connection '" + connection.name() + "' has a run in progress.",
                    "Cancel it or wait for its end, then send the file again.");
        }
    }

    private void addStream(int tenantId, long run, Upload upload) {
        jdbc.sql(
                        """
                        insert into run_stream (tenant_id, run_id, stream, hosts, planned)
                        values (?, ?, ?, ?, true)
                        """)
                .params(tenantId, run, upload.stream().name().text(), upload.hosts())
                .update();
        jdbc.sql(
                        """
                        insert into run_slice (tenant_id, run_id, stream, slice, lower_bound,
                            upper_bound)
                        values (?, ?, ?, 0, '', '')
                        """)
                .params(tenantId, run, upload.stream().name().text())
                .update();
    }

    /** Stores a page; false when the run was stopped meanwhile. */
    @Transactional
    boolean store(int tenantId, long run, long sequence, PageMaker.Page page) {
        if (jdbc.sql(HOLD).params(LEASE_SECONDS, tenantId, run).update() == 0) {
            return false;
        }
        jdbc.sql(PAGE)
                .param("tenant", tenantId)
                .param("run", run)
                .param("sequence", sequence)
                .param("sha256", page.sha256())
                .param("records", page.lines().length)
                .param("body", page.body())
                .param("lines", page.lines())
                .param("faults", page.faults())
                .update();
        jdbc.sql(ADVANCE)
                .param("tenant", tenantId)
                .param("run", run)
                .param("sequence", sequence)
                .param("records", page.lines().length)
                .update();
        return true;
    }

    int waiting(int tenantId, long run) {
        return jdbc.sql(
                        """
                        select count(*) from raw_page
                        where tenant_id = ? and run_id = ? and state = 'PENDING'
                        """)
                .params(tenantId, run)
                .query(Integer.class)
                .single();
    }

    @Transactional
    void seal(int tenantId, long run) {
        jdbc.sql(SEAL).params(tenantId, run).update();
        jdbc.sql(END).params("READ", "", "").params(tenantId, run).update();
    }

    void fail(int tenantId, long run, String code, String message) {
        jdbc.sql(END).params("FAILED", code, message).params(tenantId, run).update();
    }
}
