package io.penstock.platform.intake;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.StreamKind;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.reading.RunKind;
import io.penstock.platform.text.SaidText;
import io.penstock.wire.HeartbeatAnswer;
import io.penstock.wire.OpenRun;
import io.penstock.wire.RunEnd;
import io.penstock.wire.RunOpened;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Timestamp;
import java.time.Duration;
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

    private static final Logger LOG = LoggerFactory.getLogger(RunDesk.class);

    /** How long to wait when the last run's pages are still being transformed. */
    private static final Duration TRANSFORMING_WAIT = Duration.ofSeconds(2);

    private static final String OPEN =
            """
            insert into run (tenant_id, run_uuid, connection_id, profile_id, map_id, reading_epoch,
                trigger, kind, state, window_until, engine_uuid, engine_version, engine_host, lease,
                lease_until, opened_at)
            select tenant_id, ?, connection_id, profile_id, map_id, planned_epoch, ?, ?, 'READING',
                ?, ?, ?, ?, ?, now() + make_interval(secs => ?), now()
            from profile where tenant_id = ? and profile_id = ?
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
    private final StreamRows streams;
    private final EnginePlans plans;
    private final IntakeSettings settings;
    private final InstantSource clock;

    RunDesk(
            JdbcClient jdbc,
            RunLeases runs,
            StreamRows streams,
            EnginePlans plans,
            IntakeSettings settings,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.streams = streams;
        this.plans = plans;
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
        return takeOver(connection, profile, asked, current.get());
    }

    private void refuseUnlessFree(
            Connection connection, Profile profile, OpenRun asked, RunRow run) {
        if (run.state().equals("TRANSFORMING") || !run.kind().readsVendor()) {
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
        var until = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var next = plans.open(connection, profile, asked.full(), until);
        var uuid = UUID.randomUUID();
        var lease = UUID.randomUUID();
        var runId =
                jdbc.sql(OPEN)
                        .params(uuid, said(asked.trigger()), next.kind().name())
                        .params(Timestamp.from(until), asked.engine(), said(asked.engineVersion()))
                        .params(said(asked.host()), lease, settings.lease().toSeconds())
                        .params(connection.tenantId(), profile.id())
                        .query(Long.class)
                        .single();
        var kinds = plans.kinds(connection);
        for (var window : next.windows()) {
            var hosts = kinds.get(window.stream()) == StreamKind.HOSTS;
            streams.add(connection.tenantId(), runId, window.stream(), hosts, window.from());
        }
        LOG.info("run {} is opened {}: {}", runId, next.kind(), next.reason());
        return opened(connection.tenantId(), runs.byId(connection.tenantId(), runId), false);
    }

    private RunOpened takeOver(Connection connection, Profile profile, OpenRun asked, RunRow run) {
        jdbc.sql(TAKE_OVER)
                .params(asked.engine(), said(asked.engineVersion()), said(asked.host()))
                .params(UUID.randomUUID(), settings.lease().toSeconds())
                .params(connection.tenantId(), run.id())
                .update();
        if (asked.full() && run.kind() == RunKind.DELTA) {
            // What was begun is finished first; the full run that was asked for follows.
            plans.askFull(profile);
        }
        return opened(connection.tenantId(), runs.byId(connection.tenantId(), run.id()), true);
    }

    private static String said(@Nullable String text) {
        return SaidText.line(text);
    }

    private RunOpened opened(int tenantId, RunRow run, boolean resumed) {
        return new RunOpened(
                run.uuid(),
                run.lease(),
                (int) settings.lease().toSeconds(),
                resumed,
                run.kind().name(),
                run.until(),
                streams.states(tenantId, run.id()));
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
        jdbc.sql(END)
                .params(end.outcome().name(), said(end.faultCode()))
                .params(SaidText.sentence(end.message()))
                .params(call.tenantId(), run.id())
                .update();
        return run.id();
    }
}
