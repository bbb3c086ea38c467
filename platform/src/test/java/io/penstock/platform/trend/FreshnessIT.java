package io.penstock.platform.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.score.ScoredTenant;
import io.penstock.platform.trend.StreamFreshness.State;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** How fresh each stream is, from the watermarks. */
class FreshnessIT {

    private static ScoredTenant tenant;

    @BeforeAll
    static void start(@TempDir Path data) {
        tenant = ScoredTenant.start(data, "--penstock.trend.workers=0");
    }

    @AfterAll
    static void stop() {
        tenant.close();
    }

    @Test
    void ofNoConnectionThereIsNothingToSay() {
        assertThat(tenant.bean(Freshness.class).of(99)).isEmpty();
    }

    @Test
    void tellsCurrentLateStaleNeverAndInactiveApart() {
        var connection = tenant.connect("Streams");
        assertThat(streams()).extracting(StreamFreshness::state).containsOnly(State.NEVER);
        assertThat(streams()).allMatch(stream -> stream.lastRun() == null);

        tenant.load(connection, List.of(ScoredTenant.host("a")), List.of());
        assertThat(streams()).extracting(StreamFreshness::state).containsOnly(State.CURRENT);
        assertThat(streams())
                .extracting(StreamFreshness::stream)
                .containsExactly("hosts", "vulnerabilities");
        assertThat(streams()).allMatch(stream -> stream.lastRun() != null);

        move("until = now() - interval '2 days' where stream = 'hosts'");
        assertThat(streams())
                .extracting(StreamFreshness::state)
                .containsExactly(State.LATE, State.CURRENT);
        move("until = now() - interval '8 days' where stream = 'vulnerabilities'");
        assertThat(streams())
                .extracting(StreamFreshness::stream)
                .containsExactly("vulnerabilities", "hosts");
        tenant.jdbc().sql("update profile set active = false").update();
        assertThat(streams()).extracting(StreamFreshness::state).containsOnly(State.INACTIVE);
    }

    private static List<StreamFreshness> streams() {
        return tenant.bean(Freshness.class).of(ScoredTenant.TENANT);
    }

    private static void move(String how) {
        tenant.jdbc().sql("update watermark set " + how).update();
    }
}
