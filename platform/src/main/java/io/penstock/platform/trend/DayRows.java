package io.penstock.platform.trend;

import io.penstock.platform.trend.Measurement.Measured;
import io.penstock.platform.trend.TrendDay.Levels;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.ToLongFunction;

/** The history of each tenant: table {@code trend_day}. */
@Component
class DayRows {

    private static final String FLOWS =
            """
            insert into trend_day (tenant_id, day, found, fixed, reopened)
            select :tenant, n.day::date, n.found, n.fixed, n.reopened
            from unnest(:days, :found, :fixed, :reopened) as n(day, found, fixed, reopened)
            on conflict (tenant_id, day) do update set found = excluded.found,
                fixed = excluded.fixed, reopened = excluded.reopened
            where (trend_day.found, trend_day.fixed, trend_day.reopened)
                is distinct from (excluded.found, excluded.fixed, excluded.reopened)
            """;

    private static final String LEVELS =
            """
            update trend_day set measured_at = :at, open_1 = :open1, open_2 = :open2,
                open_3 = :open3, open_4 = :open4, open_5 = :open5, hosts = :hosts,
                score_mean = :mean, score_median = :median, score_p90 = :p90
            where tenant_id = :tenant and day = :day
            """;

    private static final String OLD = "delete from trend_day where tenant_id = ? and day < ?";

    private static final String BETWEEN =
            """
            select day, measured_at, open_1, open_2, open_3, open_4, open_5, hosts, score_mean,
                score_median, score_p90, found, fixed, reopened
            from trend_day where tenant_id = ? and day between ? and ? order by day
            """;

    private final JdbcClient jdbc;

    DayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every kept day's flow, today's levels; what is too old goes. */
    void write(int tenantId, Measured measured) {
        writeFlows(tenantId, measured.flows());
        writeLevels(tenantId, measured);
        jdbc.sql(OLD).params(tenantId, measured.flows().getFirst().day()).update();
    }

    private void writeFlows(int tenantId, List<DayFlow> flows) {
        jdbc.sql(FLOWS)
                .param("tenant", tenantId)
                .param("days", flows.stream().map(f -> f.day().toString()).toArray(String[]::new))
                .param("found", numbers(flows, DayFlow::found))
                .param("fixed", numbers(flows, DayFlow::fixed))
                .param("reopened", numbers(flows, DayFlow::reopened))
                .update();
    }

    private static long[] numbers(List<DayFlow> flows, ToLongFunction<DayFlow> number) {
        return flows.stream().mapToLong(number).toArray();
    }

    private void writeLevels(int tenantId, Measured measured) {
        var summary = measured.summary();
        var open = summary.findings().openFromLowest();
        var statement = jdbc.sql(LEVELS).param("tenant", tenantId).param("day", measured.today());
        for (var severity = 1; severity <= open.size(); severity++) {
            statement = statement.param("open" + severity, open.get(severity - 1));
        }
        var scores = summary.hosts().scores();
        statement
                .param("at", summary.asOf().atOffset(ZoneOffset.UTC))
                .param("hosts", summary.hosts().all().count())
                .param("mean", scores.mean())
                .param("median", scores.median())
                .param("p90", scores.percentile90())
                .update();
    }

    /** Oldest first, both ends included; days without a row are absent. */
    List<TrendDay> between(int tenantId, LocalDate from, LocalDate to) {
        return jdbc.sql(BETWEEN).params(tenantId, from, to).query(DayRows::day).list();
    }

    private static TrendDay day(ResultSet row, int number) throws SQLException {
        var day = row.getObject("day", LocalDate.class);
        return new TrendDay(
                day,
                levels(row),
                new Figure(row.getLong("found"), Queries.foundOn(day)),
                new Figure(row.getLong("fixed"), Queries.fixedOn(day)),
                new Figure(row.getLong("reopened"), Queries.reopenedOn(day)));
    }

    private static @Nullable Levels levels(ResultSet row) throws SQLException {
        var at = row.getObject("measured_at", OffsetDateTime.class);
        if (at == null) {
            return null;
        }
        var open =
                List.of(
                        row.getLong("open_1"),
                        row.getLong("open_2"),
                        row.getLong("open_3"),
                        row.getLong("open_4"),
                        row.getLong("open_5"));
        return new Levels(
                at.toInstant(),
                open.stream().mapToLong(Long::longValue).sum(),
                open,
                row.getLong("hosts"),
                new Summary.Scores(
                        row.getDouble("score_mean"),
                        row.getInt("score_median"),
                        row.getInt("score_p90")));
    }
}
