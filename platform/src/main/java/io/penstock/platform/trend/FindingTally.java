package io.penstock.platform.trend;

import io.penstock.core.finding.FindingStatus;
import io.penstock.platform.search.AgeStep;
import io.penstock.platform.trend.Summary.Findings;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Counts a tenant's findings: one pass over the index that holds all that is asked (ADR 0027). */
final class FindingTally {

    private static final int URGENT = 5;

    /** Where a step begins. */
    private static final int OLD_DAYS = 31;

    private static final int FIXED = FindingStatus.FIXED.code();
    private static final int REOPENED = FindingStatus.REOPENED.code();

    private static final String CELLS =
            "select f.severity, f.status, case"
                    + steps()
                    + " else 0 end as age, count(*) as findings"
                    + " from finding f where f.tenant_id = :tenant group by 1, 2, 3";

    private static final String EXPLOITED =
            """
            select count(*) from finding f where f.tenant_id = :tenant and f.status <> 3
              and f.vulnerability_id in (
                select v.vulnerability_id from vulnerability v where v.tenant_id = :tenant
                  and (v.cisa_kev or v.cve_id in (
                    select k.cve_id from kev k where k.tenant_id = :tenant)))
            """;

    private FindingTally() {}

    /**
     * @param age first day of a step
     */
    private record Cell(int severity, int status, int age, long findings) {

        boolean open() {
            return status != FIXED;
        }

        boolean urgent() {
            return open() && severity == URGENT;
        }

        boolean urgentOld() {
            return urgent() && age >= OLD_DAYS;
        }

        boolean reopened() {
            return status == REOPENED;
        }
    }

    private static String steps() {
        var steps = new StringBuilder();
        for (var step : List.of(AgeStep.values()).reversed()) {
            steps.append(" when f.first_found <= :age").append(step.from());
            steps.append(" then ").append(step.from());
        }
        return steps.toString();
    }

    static Findings of(JdbcClient jdbc, int tenantId, Instant now) {
        var to = now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        var statement = jdbc.sql(CELLS).param("tenant", tenantId);
        for (var step : AgeStep.values()) {
            statement = statement.param("age" + step.from(), to.minusDays(step.from()));
        }
        var cells =
                statement
                        .query((row, _) ->
                                new Cell(
                                        row.getInt(1),
                                        row.getInt(2),
                                        row.getInt(3),
                                        row.getLong(4)))
                        .list();
        var exploited = jdbc.sql(EXPLOITED).param("tenant", tenantId).query(Long.class).single();
        return findings(cells, exploited);
    }

    private static Findings findings(List<Cell> cells, long exploited) {
        return new Findings(
                new Figure(sum(cells, Cell::open), Queries.OPEN),
                new Figure(sum(cells, cell -> !cell.open()), Queries.FIXED),
                new Figure(sum(cells, Cell::urgent), Queries.URGENT),
                new Figure(sum(cells, Cell::urgentOld), Queries.URGENT_OLD),
                new Figure(exploited, Queries.EXPLOITED),
                new Figure(sum(cells, Cell::reopened), Queries.REOPENED),
                bySeverity(cells),
                byAge(cells));
    }

    private static List<Bar> bySeverity(List<Cell> cells) {
        return IntStream.rangeClosed(1, URGENT)
                .map(rank -> URGENT + 1 - rank)
                .mapToObj(severity ->
                        new Bar(
                                Integer.toString(severity),
                                sum(cells, cell -> cell.open() && cell.severity() == severity),
                                Queries.severity(severity)))
                .toList();
    }

    private static List<Bar> byAge(List<Cell> cells) {
        return Arrays.stream(AgeStep.values())
                .map(step ->
                        new Bar(
                                step.label(),
                                sum(cells, cell -> cell.open() && cell.age() == step.from()),
                                Queries.age(step)))
                .toList();
    }

    private static long sum(List<Cell> cells, Predicate<Cell> which) {
        return cells.stream().filter(which).mapToLong(Cell::findings).sum();
    }
}
