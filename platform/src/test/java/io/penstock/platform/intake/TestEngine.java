package io.penstock.platform.intake;

import io.penstock.core.run.Position;
import io.penstock.platform.PlatformMain;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.NewConnection;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.db.PreparedDatabase;
import io.penstock.platform.identity.OwnMachines;
import io.penstock.platform.transform.Transformation;
import io.penstock.wire.OpenRun;
import io.penstock.wire.PlannedSlices;
import io.penstock.wire.RunEnd;
import io.penstock.wire.RunOpened;
import io.penstock.wire.SliceEnd;
import io.penstock.wire.SliceVerdict;
import io.penstock.wire.StreamState;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An engine of one connection, without a network and one step at a time. */
final class TestEngine {

    static final String HOSTS = "hosts";
    static final String FINDINGS = "vulnerabilities";

    private static final int TENANT = 1;

    private final ConfigurableApplicationContext platform;
    private final Connection connection;
    private final Profile profile;

    private TestEngine(ConfigurableApplicationContext platform, Connection connection) {
        this.platform = platform;
        this.connection = connection;
        this.profile = platform.getBean(Connections.class).profiles(connection).getFirst();
    }

    /** A platform that transforms only when it is told to. */
    static ConfigurableApplicationContext platform(Path data, String... more) {
        PreparedDatabase.lendTo(data);
        var arguments = new ArrayList<>(List.of(more));
        arguments.add("--penstock.data=" + data);
        arguments.add("--server.port=0");
        arguments.add("--penstock.transform.workers=0");
        return SpringApplication.run(PlatformMain.class, arguments.toArray(String[]::new));
    }

    /** A connection that shares no machine with others. */
    static TestEngine connect(ConfigurableApplicationContext platform, String name) {
        var made = create(platform, name);
        return new TestEngine(
                platform, OwnMachines.of(platform.getBean(JdbcClient.class), made.connection));
    }

    private static TestEngine create(ConfigurableApplicationContext platform, String name) {
        var made = platform.getBean(Connections.class).create(TENANT, settings(name, "a"));
        return new TestEngine(platform, made);
    }

    /**
     * A connection of a given id, so that the ids of its records are the same in every test. Its
     * secrets are sealed for the id it had, so no plan can be fetched.
     */
    static TestEngine connect(ConfigurableApplicationContext platform, String name, UUID uuid) {
        var made = create(platform, name);
        made.change(
                "update connection set connection_uuid = ? where connection_id = ?",
                uuid,
                made.connection.id());
        return new TestEngine(platform, platform.getBean(Connections.class).require(TENANT, uuid));
    }

    private static NewConnection settings(String name, String secretLetter) {
        return new NewConnection(
                "crowdstrike-onprem",
                name,
                "",
                Map.of(
                        "url", "http://127.0.0.1:1",
                        "client-id", "0123456789abcdef0123456789abcdef",
                        "client-secret", secretLetter.repeat(40)));
    }

    Connection connection() {
        return connection;
    }

    Profile profile() {
        return profile;
    }

    /** A person renames the connection and enters a secret. */
    void edit(String name, String secretLetter) {
        platform.getBean(Connections.class).edit(connection, settings(name, secretLetter));
    }

    void fetchPlan() {
        platform.getBean(EnginePlans.class).plan(new EnginePlans.Target(connection, profile));
    }

    /** As an engine does: the plan first. */
    RunOpened open() {
        fetchPlan();
        return openAsPlanned(false);
    }

    RunOpened openAsPlanned(boolean full) {
        var asked = new OpenRun(UUID.randomUUID(), "test", "host", "on-demand", full);
        return platform.getBean(RunDesk.class).open(connection, profile, asked);
    }

    StreamState plan(RunOpened run, String stream, PlannedSlices.Bounds... slices) {
        return slices().plan(call(run), stream, new PlannedSlices(List.of(slices)));
    }

    /** Delivers a page of records, all of them fresh. */
    void page(RunOpened run, SliceName slice, long sequence, boolean last, String... records) {
        page(run, slice, sequence, last, records.length, records);
    }

    /**
     * @param fresh how many of the records the engine has not sent before
     */
    void page(
            RunOpened run,
            SliceName slice,
            long sequence,
            boolean last,
            int fresh,
            String... records) {
        var body = "{\"resources\": [" + String.join(",", records) + "]}";
        var page =
                new IncomingPage(
                        slice.stream(),
                        slice.number(),
                        sequence,
                        "identity",
                        new byte[32],
                        records.length,
                        fresh,
                        new Position("p" + sequence),
                        records.length,
                        last,
                        body.getBytes(StandardCharsets.UTF_8));
        platform.getBean(PageIntake.class).take(call(run), page);
    }

    SliceVerdict judge(RunOpened run, SliceName slice, SliceEnd end) {
        return slices().judge(call(run), slice, end);
    }

    /** Reads a whole stream in one slice of one page and has it sealed. */
    void read(RunOpened run, String stream, String... records) {
        var slice = new SliceName(stream, 0);
        plan(run, stream, new PlannedSlices.Bounds("", "", records.length));
        page(run, slice, 0, true, records);
        if (!judge(run, slice, SliceEnd.read(records.length)).sealed()) {
            throw new IllegalStateException("the slice is not sealed");
        }
    }

    /** The engine has read all; nothing is done about it yet. */
    void end(RunOpened run, RunEnd.Outcome outcome) {
        platform.getBean(RunDesk.class).end(call(run), new RunEnd(outcome, "", ""));
    }

    /** Ends reading, transforms everything, and gives the run's state and message. */
    String finish(RunOpened run, RunEnd.Outcome outcome) {
        end(run, outcome);
        transform();
        return state(run);
    }

    /** Transforms everything that may be, and moves runs on as far as they go. */
    void transform() {
        settle();
        Transformation.all(platform);
        settle();
        Transformation.all(platform);
    }

    String finish(RunOpened run) {
        return finish(run, RunEnd.Outcome.READ);
    }

    /** A complete run of both streams without records. */
    RunOpened emptyRun() {
        var run = open();
        read(run, HOSTS);
        read(run, FINDINGS);
        if (!finish(run).equals("COMPLETE: ")) {
            throw new IllegalStateException("the run ended " + state(run));
        }
        return run;
    }

    /** Null when the run reads everything of the stream. */
    static @Nullable Instant windowStart(RunOpened run, String stream) {
        for (var state : run.streams()) {
            if (state.stream().equals(stream)) {
                return state.from();
            }
        }
        throw new IllegalArgumentException("no stream " + stream);
    }

    private void settle() {
        var more = true;
        while (more) {
            more = platform.getBean(RunSettlement.class).settleAll();
        }
    }

    String state(RunOpened run) {
        return text("select state || ': ' || message from run where run_uuid = ?", run.run());
    }

    String text(String sql, Object... binds) {
        return platform.getBean(JdbcClient.class)
                .sql(sql)
                .params(binds)
                .query(String.class)
                .single();
    }

    void change(String sql, Object... binds) {
        platform.getBean(JdbcClient.class).sql(sql).params(binds).update();
    }

    SliceDesk slices() {
        return platform.getBean(SliceDesk.class);
    }

    static EngineCall call(RunOpened run) {
        return new EngineCall(TENANT, run.run(), run.lease());
    }
}
