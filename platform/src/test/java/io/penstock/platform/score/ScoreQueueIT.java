package io.penstock.platform.score;

import static io.penstock.platform.score.ScoredTenant.TENANT;
import static io.penstock.platform.score.ScoredTenant.finding;
import static io.penstock.platform.score.ScoredTenant.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.security.Tenants;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/** Who waits for whom while scores are made: nobody waits for the scoring. */
class ScoreQueueIT {

    private static final int HOSTS = 60;

    private static ScoredTenant tenant;

    @BeforeAll
    static void start(@TempDir Path data) {
        tenant = ScoredTenant.start(data);
    }

    @AfterAll
    static void stop() {
        tenant.close();
    }

    @Test
    void waitsWhilePagesAreLoadedButNotForEver(TestInfo test) {
        loaded(test, 1);
        var page =
                tenant.jdbc()
                        .sql(
                                "update raw_page set state = 'PENDING' where page_id = (select"
                                        + " min(page_id) from raw_page) returning page_id")
                        .query(Long.class)
                        .single();
        var work = tenant.bean(ScoreWork.class);

        assertThat(work.pass()).isFalse();
        assertThat(tenant.due()).isEqualTo(1);

        tenant.jdbc().sql("update score_due set marked_at = now() - interval '61 s'").update();
        assertThat(work.pass()).as("one batch, then it looks again").isFalse();
        assertThat(tenant.due()).isZero();

        tenant.jdbc()
                .sql("update raw_page set state = 'DONE' where page_id = ?")
                .param(page)
                .update();
    }

    @Test
    void anAssetThatIsBeingWrittenIsLeftForLater(TestInfo test) {
        var connection = loaded(test, 2);
        var busy = tenant.asset(connection, "h0");
        var free = tenant.asset(connection, "h1");

        tenant.bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                    tenant.jdbc()
                            .sql("select 1 from asset where asset_id = ? for update")
                            .param(busy)
                            .query(Integer.class)
                            .single();
                    inAnotherThread(tenant::score);
                });

        assertThat(tenant.scoreOf(free)).isPositive();
        assertThat(tenant.scoreOf(busy)).isZero();
        assertThat(tenant.due()).isEqualTo(1);
        tenant.score();
        assertThat(tenant.scoreOf(busy)).isPositive();
    }

    @Test
    void markingNeverWaitsForTheScoring(TestInfo test) {
        var connection = loaded(test, 1);
        var asset = tenant.asset(connection, "h0");

        tenant.bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                    assertThat(tenant.bean(AssetScoring.class).next(TENANT)).isZero();
                    tenant.bean(VulnerabilityScores.class).scoreNew(TENANT);
                    assertThat(tenant.bean(AssetScoring.class).next(TENANT)).isEqualTo(1);
                    inAnotherThread(() -> mark(List.of(asset, asset)));
                });

        assertThat(tenant.due()).as("marked while it was scored").isEqualTo(1);
        tenant.score();
    }

    @Test
    void anUnscoredVulnerabilityKeepsItsAssetsDueWhileAnImportRuns(TestInfo test) {
        var asset = tenant.asset(loaded(test, 1), "h0");

        tenant.bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                    tenant.bean(VulnerabilityScores.class).beginChange(TENANT);
                    inAnotherThread(tenant::score);
                });

        assertThat(tenant.scoreOf(asset)).isZero();
        assertThat(tenant.due()).isEqualTo(1);
        tenant.score();
        assertThat(tenant.scoreOf(asset)).isPositive();
    }

    @Test
    void aCrashInTheMiddleLosesNoScore(TestInfo test) {
        var asset = tenant.asset(loaded(test, 1), "h0");

        tenant.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> {
                    tenant.score();
                    status.setRollbackOnly();
                });

        assertThat(tenant.scoreOf(asset)).isZero();
        assertThat(tenant.due()).isEqualTo(1);
        tenant.score();
        assertThat(tenant.scoreOf(asset)).isPositive();
    }

    @Test
    void manyWorkersScoreEveryAssetOnce(TestInfo test) throws Exception {
        var connection = loaded(test, HOSTS);
        var assets = new ArrayList<UUID>();
        for (var i = 0; i < HOSTS; i++) {
            assets.add(tenant.asset(connection, "h" + i));
        }
        for (var i = 0; i < 20; i++) {
            mark(assets);
        }

        try (var pool = Executors.newFixedThreadPool(4)) {
            var works = Collections.nCopies(8, Executors.callable(tenant::score));
            for (var work : pool.invokeAll(works)) {
                work.get();
            }
        }
        tenant.score();

        assertThat(tenant.due()).isZero();
        assertThat(assets).allSatisfy(asset -> assertThat(tenant.scoreOf(asset)).isPositive());
        assertThat(
                        tenant.jdbc()
                                .sql(
                                        "select count(*) from asset_score_change where asset_id in"
                                                + " (:a)")
                                .param("a", assets)
                                .query(Long.class)
                                .single())
                .isEqualTo(HOSTS);
    }

    @Test
    void anotherStrategyMakesEverythingDueOnce(TestInfo test) {
        var asset = tenant.asset(loaded(test, 1), "h0");
        tenant.bean(ScoreBasis.class).check();
        tenant.score();
        tenant.bean(ScoreBasis.class).check();
        assertThat(tenant.due()).as("the same way of scoring").isZero();

        var official = settings("official-v1");
        new ScoreBasis(tenant.jdbc(), tenant.bean(Tenants.class), official).check();

        assertThat(tenant.due()).isPositive();
        assertThat(
                        tenant.jdbc()
                                .sql("select count(*) from asset_score where asset_id = ?")
                                .param(asset)
                                .query(Long.class)
                                .single())
                .isZero();
        tenant.bean(ScoreBasis.class).check();
        tenant.score();
        assertThat(tenant.get("/api/v1/assets/" + asset).at("/score/formula").asString())
                .isEqualTo("monotone-v1");
    }

    private static ScoreSettings settings(String strategy) {
        var weights = new ScoreSettings.Weights(1.0, 0.6, 0.4, 0.2);
        return new ScoreSettings(strategy, weights, 0, Duration.ofSeconds(60));
    }

    private static Connection loaded(TestInfo test, int hosts) {
        tenant.score();
        var connection = tenant.connect(test.getDisplayName());
        var records = new ArrayList<String>();
        var findings = new ArrayList<String>();
        for (var i = 0; i < hosts; i++) {
            records.add(host("h" + i));
            // A vulnerability of the test's own, so that it has no score yet.
            findings.add(
                    finding("f" + i, "h" + i, "CVE-2026-" + (10_000 + connection.id()), "10.0"));
        }
        tenant.load(connection, records, findings);
        return connection;
    }

    private static void mark(List<UUID> assets) {
        try (var connection = tenant.bean(DataSource.class).getConnection()) {
            ScoreDue.mark(connection, TENANT, assets);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Work that waits for a lock of this thread is left, since this thread waits for it. */
    private static void inAnotherThread(Runnable work) {
        try {
            CompletableFuture.runAsync(work).get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
