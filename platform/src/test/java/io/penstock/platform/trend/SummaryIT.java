package io.penstock.platform.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.score.ScoredTenant;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

/** Every figure is what its query finds; figures and days are kept and measured in time. */
class SummaryIT {

    private static final int TENANT = ScoredTenant.TENANT;

    private static ScoredTenant tenant;

    @BeforeAll
    static void start(@TempDir Path data) {
        tenant = ScoredTenant.start(data, "--penstock.trend.workers=0", "--penstock.trend.pace=1s");
        MixedInventory.fill(tenant);
    }

    @AfterAll
    static void stop() {
        tenant.close();
    }

    @Test
    void everyFigureOfFindingsIsWhatItsQueryFinds() {
        var findings = Measured.now(tenant.platform(), TENANT).findings();

        assertThat(findings.open().count()).isEqualTo(9);
        assertThat(findings.fixed().count()).isEqualTo(1);
        assertThat(findings.reopened().count()).isEqualTo(1);
        assertThat(findings.exploited().count()).isEqualTo(1);
        assertThat(findings.urgentOld().count()).isEqualTo(1);
        for (var figure :
                List.of(
                        findings.open(),
                        findings.fixed(),
                        findings.urgent(),
                        findings.urgentOld(),
                        findings.exploited(),
                        findings.reopened())) {
            assertFound("findings", figure);
        }
        assertThat(findings.bySeverity())
                .extracting(Bar::count)
                .containsExactly(1L, 7L, 0L, 1L, 0L);
        assertThat(findings.byAge()).extracting(Bar::count).containsExactly(1L, 1L, 4L, 1L, 1L, 1L);
        findings.bySeverity().forEach(bar -> assertFound("findings", bar));
        findings.byAge().forEach(bar -> assertFound("findings", bar));
    }

    @Test
    void everyFigureOfHostsIsWhatItsQueryFinds() {
        var hosts = Measured.now(tenant.platform(), TENANT).hosts();

        assertThat(hosts.all().count()).isEqualTo(5);
        assertThat(hosts.onlySpokenOf().count()).isEqualTo(1);
        assertThat(hosts.withoutFindings().count()).isEqualTo(1);
        assertThat(hosts.scores().percentile90()).isPositive();
        for (var figure : List.of(hosts.all(), hosts.onlySpokenOf(), hosts.withoutFindings())) {
            assertFound("assets", figure);
        }
        assertThat(hosts.byScore().stream().mapToLong(Bar::count).sum()).isEqualTo(5);
        hosts.byScore().forEach(bar -> assertFound("assets", bar));
    }

    @Test
    void cvesAreRankedByTheirHostsAndHostsByTheirScore() {
        var summary = Measured.now(tenant.platform(), TENANT);

        assertThat(summary.widest().getFirst().cve()).isEqualTo("CVE-2026-1101");
        assertThat(summary.widest().getFirst().hosts().count()).isEqualTo(2);
        assertThat(summary.widest().getFirst().severity()).isEqualTo(5);
        assertThat(summary.widest())
                .extracting(Summary.WideCve::cve)
                .contains(MixedInventory.HOSTILE_CVE)
                .doesNotContain("CVE-2026-7001");
        for (var wide : summary.widest()) {
            assertFound("assets", wide.hosts());
            assertFound("findings", wide.findings());
        }
        assertThat(summary.riskiest()).hasSize(4).isSortedAccordingTo(SummaryIT::byScore);
        for (var host : summary.riskiest()) {
            assertFound("findings", host.open());
            assertThat(tenant.scoreOf(host.id())).isEqualTo(host.score());
        }
    }

    @Test
    void daysHaveTodaysLevelsAndEveryDaysDates() {
        var jdbc = tenant.jdbc();
        jdbc.sql("insert into trend_day (tenant_id, day, hosts) values (?, '2020-01-01', 7)")
                .param(TENANT)
                .update();
        var summary = Measured.now(tenant.platform(), TENANT);
        var today = LocalDate.ofInstant(summary.asOf(), ZoneOffset.UTC);
        var days = tenant.bean(Trends.class).between(TENANT, today.minusDays(420), today);

        assertThat(days).hasSize(400);
        assertThat(days.getFirst().levels()).isNull();
        var levels = Objects.requireNonNull(days.getLast().levels());
        assertThat(levels.open()).isEqualTo(9);
        assertThat(levels.openBySeverity()).containsExactly(0L, 1L, 0L, 7L, 1L);
        assertThat(levels.hosts()).isEqualTo(5);
        assertThat(levels.scores()).isEqualTo(summary.hosts().scores());
        assertThat(days.stream().mapToLong(day -> day.found().count()).sum()).isEqualTo(10);
        assertThat(days.stream().mapToLong(day -> day.fixed().count()).sum()).isEqualTo(2);
        assertThat(days.stream().mapToLong(day -> day.reopened().count()).sum()).isEqualTo(1);
        for (var day : days) {
            for (var figure : List.of(day.found(), day.fixed(), day.reopened())) {
                if (figure.count() > 0) {
                    assertFound("findings", figure);
                }
            }
        }
        assertThat(jdbc.sql("select min(day) from trend_day").query(LocalDate.class).single())
                .isEqualTo(days.getFirst().day());
    }

    @Test
    void measuresAgainOnlyAfterAChangeAndARest() {
        var step = tenant.bean(MeasureStep.class);
        Measured.now(tenant.platform(), TENANT);
        settle(step);
        assertThat(step.due(TENANT)).isFalse();

        tenant.jdbc()
                .sql("insert into score_due (tenant_id, asset_id) values (?, gen_random_uuid())")
                .param(TENANT)
                .update();
        assertThat(step.due(TENANT)).isTrue();
        tenant.score();
    }

    @Test
    void nobodyMeasuresWhileAnotherOneDoes() throws Exception {
        var jdbc = tenant.jdbc();
        Measured.now(tenant.platform(), TENANT);
        jdbc.sql("update dashboard_summary set measured_at = 'epoch'").update();
        try (var other = tenant.bean(DataSource.class).getConnection();
                var lock = other.createStatement()) {
            lock.execute("select pg_advisory_lock(" + (0x5452_4e44L << 32) + ")");

            tenant.bean(MeasureStep.class).take(TENANT);

            assertThat(measuredAt()).isEqualTo(0);
            lock.execute("select pg_advisory_unlock_all()");
        }
        tenant.bean(MeasureStep.class).take(TENANT);
        assertThat(measuredAt()).isPositive();
    }

    private static long measuredAt() {
        return tenant.jdbc()
                .sql("select extract(epoch from measured_at)::bigint from dashboard_summary")
                .query(Long.class)
                .single();
    }

    /** Two measurements, with a rest between, see the same mark. */
    private static void settle(MeasureStep step) {
        var until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!tenant.jdbc()
                .sql("select settled from dashboard_summary")
                .query(Boolean.class)
                .single()) {
            assertThat(System.nanoTime()).as("waited for a minute").isLessThan(until);
            step.take(TENANT);
            Thread.onSpinWait();
        }
        // The rest after the last measurement.
        while (tenant.jdbc()
                .sql(
                        "select measured_at + greatest(took_ms * 10, 1000) * interval '1 ms'"
                                + " > now() from dashboard_summary")
                .query(Boolean.class)
                .single()) {
            assertThat(System.nanoTime()).as("waited for a minute").isLessThan(until);
        }
    }

    private static int byScore(Summary.RiskyHost one, Summary.RiskyHost other) {
        return Integer.compare(other.score(), one.score());
    }

    private static void assertFound(String list, Figure figure) {
        assertThat(tenant.count(list, figure.query()))
                .as("%s: %s", list, figure.query())
                .isEqualTo(figure.count());
    }

    private static void assertFound(String list, Bar bar) {
        assertFound(list, new Figure(bar.count(), bar.query()));
    }
}
