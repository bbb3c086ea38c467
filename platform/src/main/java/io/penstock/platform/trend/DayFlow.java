package io.penstock.platform.trend;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings that bear a day's date, in UTC: they are exact for any day, measured or not.
 *
 * @param found first found on it
 * @param fixed whose last fix was on it
 * @param reopened that came back for the last time on it
 */
record DayFlow(LocalDate day, long found, long fixed, long reopened) {

    private static final String FOUND =
            """
            select 1 as kind, (f.first_found at time zone 'UTC')::date as day, count(*) as findings
            from finding f
            where f.tenant_id = :tenant and f.first_found >= :from and f.first_found < :until
            group by 2
            """;

    private static final String FIXED_AND_REOPENED =
            """
            select d.kind, (d.at at time zone 'UTC')::date as day, count(*) as findings
            from finding f
            cross join lateral (values (2, f.fixed_at), (3, f.reopened_at)) d(kind, at)
            where f.tenant_id = :tenant and (f.fixed_at >= :from or f.reopened_at >= :from)
              and d.at >= :from and d.at < :until
            group by 1, 2
            """;

    private record Key(int kind, LocalDate day) {}

    /** One for each day, both ends included. */
    static List<DayFlow> of(JdbcClient jdbc, int tenantId, LocalDate from, LocalDate to) {
        Map<Key, Long> found = new HashMap<>();
        for (var sql : List.of(FOUND, FIXED_AND_REOPENED)) {
            jdbc.sql(sql)
                    .param("tenant", tenantId)
                    .param("from", from.atStartOfDay().atOffset(ZoneOffset.UTC))
                    .param("until", to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                    .query((ResultSet row) -> {
                        var key = new Key(row.getInt(1), row.getObject(2, LocalDate.class));
                        found.put(key, row.getLong(3));
                    });
        }
        var flows = new ArrayList<DayFlow>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            flows.add(new DayFlow(day, of(found, 1, day), of(found, 2, day), of(found, 3, day)));
        }
        return flows;
    }

    private static long of(Map<Key, Long> found, int kind, LocalDate day) {
        return found.getOrDefault(new Key(kind, day), 0L);
    }
}
