package io.penstock.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.UUID;

/** Reading, watermarks and slices over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingApiIT {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private static final String RUN =
            """
            insert into run (tenant_id, run_uuid, connection_id, profile_id, map_id, trigger, kind,
                state, window_until, engine_uuid, engine_version, engine_host, lease, lease_until,
                opened_at)
            select tenant_id, :run, connection_id, profile_id, map_id, 'cron', 'FULL', 'COMPLETE',
                now() - interval '1 day', :run, '1', 'h', :run, now(), now()
            from profile where profile_uuid = :profile
            """;

    private static final String STREAMS =
            """
            insert into run_stream (tenant_id, run_id, stream, hosts, planned)
            select tenant_id, run_id, s, s = 'hosts', true from run,
                unnest(array['hosts', 'vulnerabilities']) s
            where run_uuid = :run
            """;

    private static final String SLICES =
            """
            insert into run_slice (tenant_id, run_id, stream, slice, lower_bound, upper_bound,
                state, attempt, reason, reasons, expected)
            select tenant_id, run_id, s.stream, s.slice, 'a', 'b', s.state, s.attempt, s.reason,
                case s.attempt when 1 then '{}' else array['first', 'second'] end, s.expected
            from run, (values ('hosts', 0, 'SEALED', 1, '', 7),
                ('vulnerabilities', 0, 'INCOMPLETE', 2, 'second, after a second read', -1),
                ('vulnerabilities', 1, 'SEALED', 1, '', -1))
                s (stream, slice, state, attempt, reason, expected)
            where run_uuid = :run
            """;

    private static final String WATERMARKS =
            """
            insert into watermark (tenant_id, profile_id, stream, until, run_id, sealed_at)
            select tenant_id, profile_id, s, window_until, run_id, now() from run,
                unnest(array['hosts', 'vulnerabilities']) s
            where run_uuid = :run
            """;

    private TestApi platform;

    // Set before every test.
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    private UUID profile = new UUID(0, 0);

    @BeforeAll
    void start(@TempDir Path data) {
        platform = TestApi.start(data);
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @BeforeEach
    void connect() {
        connection = platform.connect();
        profile = platform.profile(connection);
    }

    @Test
    void aNewProfileReadsEverythingWeeklyWithAnOverlapOfAQuarter() {
        var reading = platform.get(reading());

        assertThat(reading.get("fullEvery").asString()).isEqualTo("PT168H");
        assertThat(reading.get("overlap").asString()).isEqualTo("PT15M");
        assertThat(reading.get("fullWanted").asBoolean()).isFalse();
        assertThat(reading.get("lastFull").isNull()).isTrue();
        assertThat(reading.get("next").get("kind").asString()).isEqualTo("FULL");
        assertThat(reading.get("next").get("reason").asString())
                .isEqualTo("No stream has a watermark.");
        assertThat(reading.get("next").get("windows").size()).isEqualTo(2);
        assertThat(reading.get("watermarks").isEmpty()).isTrue();
    }

    @Test
    void theReadingIsChangedAndWhatIsLeftOutStays() {
        var changed = platform.admin(200, "PUT", reading(), "{\"fullEvery\":\"P1D\"}");
        assertThat(changed.get("fullEvery").asString()).isEqualTo("PT24H");
        assertThat(changed.get("overlap").asString()).isEqualTo("PT15M");

        platform.admin(200, "PUT", reading(), "{\"overlap\":\"PT1H\",\"fullEvery\":\"PT0S\"}");

        var kept = platform.get(reading());
        assertThat(kept.get("fullEvery").asString()).isEqualTo("PT0S");
        assertThat(kept.get("overlap").asString()).isEqualTo("PT1H");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"fullEvery\":\"weekly\"}               | DURATION_FORM",
                "{\"fullEvery\":\"\"}                     | DURATION_FORM",
                "{\"overlap\":\"PT99999999999999999999H\"} | DURATION_FORM",
                "{\"fullEvery\":\"PT30M\"}                | READING_RANGE",
                "{\"fullEvery\":\"P91D\"}                 | READING_RANGE",
                "{\"fullEvery\":\"-P1D\"}                 | READING_RANGE",
                "{\"overlap\":\"PT0S\"}                   | READING_RANGE",
                "{\"overlap\":\"P2D\"}                    | READING_RANGE",
                "[]                                       | BODY_UNREADABLE",
            })
    void aReadingOutOfItsBoundsIsRefused(String body, String code) {
        assertThat(platform.admin(400, "PUT", reading(), body).get("code").asString())
                .isEqualTo(code);
        assertThat(platform.get(reading()).get("overlap").asString()).isEqualTo("PT15M");
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertThat(platform.code(404, "GET", api() + "/profiles/" + NOBODY + "/reading"))
                .isEqualTo("PROFILE_UNKNOWN");
        assertThat(
                        platform.code(
                                404,
                                "DELETE",
                                api() + "/profiles/" + profile + "/watermarks/software"))
                .isEqualTo("STREAM_UNKNOWN");
        assertThat(platform.code(404, "GET", api() + "/checks/" + NOBODY))
                .isEqualTo("CHECK_UNKNOWN");
        assertThat(platform.code(404, "POST", "/api/v1/connections/" + NOBODY + "/checks"))
                .isEqualTo("CONNECTION_UNKNOWN");
        assertThat(platform.code(404, "GET", "/api/v1/runs/" + NOBODY + "/slices"))
                .isEqualTo("RUN_UNKNOWN");
        assertThat(platform.code(400, "GET", api() + "/checks?limit=51")).isEqualTo("LIMIT_RANGE");
    }

    @Test
    void watermarksAreShownAndForgotten() {
        var run = seed();
        var reading = platform.get(reading());
        assertThat(reading.get("watermarks").size()).isEqualTo(2);
        assertThat(reading.get("watermarks").get(0).get("stream").asString()).isEqualTo("hosts");
        assertThat(reading.get("watermarks").get(0).get("run").asString())
                .isEqualTo(run.toString());
        assertThat(reading.get("next").get("kind").asString()).isEqualTo("DELTA");

        var watermarks = api() + "/profiles/" + profile + "/watermarks";
        platform.admin(204, "DELETE", watermarks + "/hosts", null);
        platform.admin(204, "DELETE", watermarks + "/hosts", null);
        var half = platform.get(reading());
        assertThat(half.get("watermarks").size()).isOne();
        assertThat(half.get("next").get("windows").get(0).get("from").isNull()).isTrue();
        assertThat(half.get("next").get("windows").get(1).get("from").isNull()).isFalse();
        platform.admin(204, "DELETE", watermarks, null);
        assertThat(platform.get(reading()).get("watermarks").isEmpty()).isTrue();
    }

    @Test
    void aFullRunIsAskedForOnce() {
        seed();
        var asked = platform.admin(202, "POST", reading() + "/full", null);

        assertThat(asked.get("fullWanted").asBoolean()).isTrue();
        assertThat(asked.get("next").get("kind").asString()).isEqualTo("FULL");
        assertThat(asked.get("next").get("reason").asString())
                .isEqualTo("A full run was asked for.");
    }

    @Test
    void slicesArePagedAndFilteredByState() {
        var run = "/api/v1/runs/" + seed();
        var first = platform.get(run + "/slices?limit=1");
        assertThat(first.get("rows").get(0).get("expected").asInt()).isEqualTo(7);
        assertThat(first.get("next").asString()).isEqualTo("hosts/0");

        var second = platform.get(run + "/slices?limit=1&after=" + first.get("next").asString());
        var slice = second.get("rows").get(0);
        assertThat(slice.get("stream").asString()).isEqualTo("vulnerabilities");
        assertThat(slice.get("lower").asString()).isEqualTo("a");
        assertThat(slice.get("state").asString()).isEqualTo("INCOMPLETE");
        assertThat(slice.get("attempts").asInt()).isEqualTo(2);
        assertThat(slice.get("expected").isNull()).isTrue();
        assertThat(slice.get("reason").asString()).isEqualTo("second, after a second read");
        assertThat(slice.get("reasons").get(0).asString()).isEqualTo("first");

        var sealed = platform.get(run + "/slices?state=SEALED");
        assertThat(sealed.get("rows").size()).isEqualTo(2);
        assertThat(sealed.get("next").isNull()).isTrue();
        assertThat(platform.get(run).get("kind").asString()).isEqualTo("FULL");
        assertThat(platform.code(400, "GET", run + "/slices?state=DONE")).isEqualTo("SLICE_STATE");
        assertThat(platform.code(400, "GET", run + "/slices?after=x")).isEqualTo("CURSOR_FORM");
        assertThat(platform.code(400, "GET", run + "/slices?limit=501")).isEqualTo("LIMIT_RANGE");
    }

    private String api() {
        return "/api/v1/connections/" + connection.uuid();
    }

    private String reading() {
        return api() + "/profiles/" + profile + "/reading";
    }

    /** A full run with watermarks and slices in every state that ends. */
    private UUID seed() {
        var run = UUID.randomUUID();
        platform.jdbc().sql(RUN).param("run", run).param("profile", profile).update();
        platform.jdbc().sql(STREAMS).param("run", run).update();
        platform.jdbc().sql(SLICES).param("run", run).update();
        platform.jdbc().sql(WATERMARKS).param("run", run).update();
        return run;
    }
}
