package io.penstock.platform.intake;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.StreamKind;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Profile;
import io.penstock.wire.HeartbeatAnswer;
import io.penstock.wire.OpenRun;
import io.penstock.wire.RunEnd;
import io.penstock.wire.RunOpened;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Opens, hands over and ends runs. A run is single-flight per connection: while one engine holds
 * it, another is told until when; when the lease has ended, the next engine goes on with the same
 * run.
 */
@Component
class RunDesk {

    /** How long to wait when the last run's pages are still being transformed. */
    private static final Duration TRANSFORMING_WAIT = Duration.ofSeconds(2);

    private static final int MESSAGE_MAX = 2_000;

    private static final String OPEN =
            """
            insert into run (tenant_id, run_uuid, connection_id, profile_id, map_id, trigger, state,
                window_until, engine_uuid, engine_version, engine_host, lease, lease_until, opened_at)
            values (?, ?, ?, ?, ?, ?, 'READING', ?, ?, ?, ?, ?, now() + make_interval(secs => ?), now())
            returning run_id
            """;

    private static final String TAKE_OVER =
            """
            update run set engine_uuid = ?, engine_version = ?, engine_host = ?, lease = ?,
                lease_until = now() + make_interval(secs => ?), resumes = resumes + 1
            where tenant_id = ? and run_id = ?
            """;

    private static final String END =
            """
            update run set state = 'TRANSFORMING', read_ended_at = now(), read_outcome = ?,
                fault_code = ?, message = ?
            where tenant_id = ? and run_id = ?
            """;

    private final JdbcClient jdbc;
    private final RunLeases runs;
    private final SliceRows slices;
    private final Catalogue catalogue;
    private final IntakeSettings settings;
    private final InstantSource clock;

    RunDesk(
            JdbcClient jdbc,
            RunLeases runs,
            SliceRows slices,
            Catalogue catalogue,
            IntakeSettings settings,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.slices = slices;
        this.catalogue = catalogue;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public RunOpened open(Connection connection, Profile profile, OpenRun asked) {
        jdbc.sql(
                        "select 1 from connection where tenant_id = ? and connection_id = ?"
                                + " for update")
                .param(connection.tenantId())
                .param(connection.id())
                .query(Integer.class)
                .single();
        var current = runs.inFlight(connection.tenantId(), connection.id());
        if (current.isEmpty()) {
            return openNew(connection, profile, asked);
        }
        refuseUnlessFree(connection, profile, asked, current.get());
        return takeOver(connection, asked, current.get());
    }

    private void refuseUnlessFree(
            Connection connection, Profile profile, OpenRun asked, RunRow run) {
        if (run.state().equals("TRANSFORMING")) {
            throw held(
                    "RUN_TRANSFORMING",
                    "The last run of connection '"
                            + connection.name()
                            + "' is still being transformed.",
                    TRANSFORMING_WAIT);
        }
        if (run.leaseSecondsLeft() > 0 && !run.engine().equals(asked.engine())) {
            throw held(
                    "RUN_HELD",
                    "Another engine runs connection '"
                            + connection.name()
                            + "'; its lease ends in "
                            + run.leaseSecondsLeft()
                            + " s unless it goes on.",
                    Duration.ofSeconds(run.leaseSecondsLeft()));
        }
        if (run.profileId() != profile.id()) {
            throw held(
                    "RUN_OF_OTHER_PROFILE",
                    "Connection '"
                            + connection.name()
                            + "' has an unfinished run of another profile.",
                    TRANSFORMING_WAIT);
        }
    }

    private static FaultException held(String code, String sentence, Duration wait) {
        var hint = "The engine waits and tries again.";
        return new FaultException(Fault.of(FaultKind.CONFLICT, code, sentence, hint).after(wait));
    }

    private RunOpened openNew(Connection connection, Profile profile, OpenRun asked) {
        var uuid = UUID.randomUUID();
        var lease = UUID.randomUUID();
        var until = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var seconds = settings.lease().toSeconds();
        var runId =
                jdbc.sql(OPEN)
                        .param(connection.tenantId())
                        .param(uuid)
                        .param(connection.id())
                        .param(profile.id())
                        .param(profile.mapId())
                        .param(asked.trigger())
                        .param(Timestamp.from(until))
                        .param(asked.engine())
                        .param(asked.engineVersion())
                        .param(asked.host())
                        .param(lease)
                        .param(seconds)
                        .query(Long.class)
                        .single();
        for (var stream : catalogue.find(connection.connectorKey()).orElseThrow().streams()) {
            var hosts = stream.kind() == StreamKind.HOSTS;
            slices.addStream(connection.tenantId(), runId, stream.name().text(), hosts);
        }
        return opened(connection.tenantId(), runId, uuid, lease, false, until);
    }

    private RunOpened takeOver(Connection connection, OpenRun asked, RunRow run) {
        var lease = UUID.randomUUID();
        jdbc.sql(TAKE_OVER)
                .param(asked.engine())
                .param(asked.engineVersion())
                .param(asked.host())
                .param(lease)
                .param(settings.lease().toSeconds())
                .param(connection.tenantId())
                .param(run.id())
                .update();
        return opened(connection.tenantId(), run.id(), run.uuid(), lease, true, run.until());
    }

    private RunOpened opened(
            int tenantId, long runId, UUID uuid, UUID lease, boolean resumed, Instant until) {
        return new RunOpened(
                uuid,
                lease,
                (int) settings.lease().toSeconds(),
                resumed,
                "FULL",
                until,
                slices.streams(tenantId, runId));
    }

    @Transactional
    public HeartbeatAnswer heartbeat(EngineCall call) {
        var run = runs.heldAlone(call);
        runs.renew(call.tenantId(), run.id(), settings.lease().toSeconds());
        return new HeartbeatAnswer(!run.cancelRequested());
    }

    /**
     * Ends reading; the run goes on until its pages are transformed. The answer is the run's id.
     */
    @Transactional
    public long end(EngineCall call, RunEnd end) {
        var run = runs.heldAlone(call);
        var message = end.message();
        jdbc.sql(END)
                .param(end.outcome().name())
                .param(end.faultCode())
                .param(message.length() > MESSAGE_MAX ? message.substring(0, MESSAGE_MAX) : message)
                .param(call.tenantId())
                .param(run.id())
                .update();
        return run.id();
    }
}
