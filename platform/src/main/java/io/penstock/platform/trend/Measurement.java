package io.penstock.platform.trend;

import io.penstock.platform.db.ReadingSession;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

/**
 * Measures a tenant's inventory in one read-only transaction, so that all figures are of one
 * moment. Takes seconds for millions of findings, and one connection of the reading pool.
 */
@Component
class Measurement {

    /** A few passes at a time on the whole machine: they may group in memory. */
    private static final String MEMORY = "select set_config('work_mem', '64MB', true)";

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final TrendSettings settings;
    private final Clock clock;

    Measurement(
            @Qualifier(ReadingSession.SOURCE) DataSource source,
            TrendSettings settings,
            Clock clock) {
        var template = new JdbcTemplate(source);
        template.setQueryTimeout((int) settings.timeout().toSeconds());
        this.jdbc = JdbcClient.create(template);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(source));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param flows one for each day that is kept, up to today
     */
    record Measured(Summary summary, List<DayFlow> flows, LocalDate today, Duration took) {}

    Measured of(int tenantId) {
        return Objects.requireNonNull(snapshot.execute(_ -> inSnapshot(tenantId)));
    }

    private Measured inSnapshot(int tenantId) {
        var begun = clock.instant();
        jdbc.sql(MEMORY).query(String.class).single();
        var today = LocalDate.ofInstant(begun, ZoneOffset.UTC);
        var summary = summary(tenantId, begun);
        var from = today.minusDays(settings.keptDays() - 1L);
        var flows = DayFlow.of(jdbc, tenantId, from, today);
        return new Measured(summary, flows, today, Duration.between(begun, clock.instant()));
    }

    private Summary summary(int tenantId, Instant now) {
        return new Summary(
                now,
                FindingTally.of(jdbc, tenantId, now),
                HostTally.of(jdbc, tenantId),
                Leaders.cves(jdbc, tenantId),
                Leaders.hosts(jdbc, tenantId));
    }
}
