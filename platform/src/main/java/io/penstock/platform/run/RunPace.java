package io.penstock.platform.run;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** How fast the records of a run in flight come into the inventory. */
@Component
public class RunPace {

    private static final Duration LOOK_BACK = Duration.ofMinutes(1);

    private static final String DONE_SINCE =
            """
            select stream, sum(mapped + rejected) from raw_page
            where tenant_id = ? and run_id = ? and done_at > ? and state = 'DONE'
            group by stream
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RunPace(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Rate(String stream, double perSecond) {}

    /**
     * Records per second by stream, over the last minute; streams that stand still are left out,
     * and so is everything of a run that has ended.
     */
    public Map<String, Double> of(int tenantId, Run run) {
        if (!run.state().inFlight()) {
            return Map.of();
        }
        var now = clock.instant();
        var opened = run.times().openedAt();
        var since = opened.isAfter(now.minus(LOOK_BACK)) ? opened : now.minus(LOOK_BACK);
        var seconds = Math.max(1, Duration.between(since, now).toMillis() / 1_000.0);
        return jdbc
                .sql(DONE_SINCE)
                .params(tenantId, run.id(), Timestamp.from(since))
                .query((row, _) -> new Rate(row.getString(1), row.getLong(2) / seconds))
                .list()
                .stream()
                .filter(rate -> rate.perSecond() > 0)
                .collect(Collectors.toMap(Rate::stream, Rate::perSecond));
    }
}
