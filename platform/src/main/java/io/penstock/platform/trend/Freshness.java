package io.penstock.platform.trend;

import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.run.RunState;
import io.penstock.platform.trend.StreamFreshness.LastRun;
import io.penstock.platform.trend.StreamFreshness.Source;
import io.penstock.platform.trend.StreamFreshness.State;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Up to when each stream is known, read from the small tables of connections and watermarks. */
@Component
public class Freshness {

    /** Most streams of one answer; the worst are among them. */
    public static final int STREAMS_MAX = 200;

    private static final String WATERMARKS =
            """
            select c.connection_uuid, c.name as connection_name, c.source_label, c.connector_key,
                p.profile_uuid, p.name as profile_name, p.active, w.stream, w.until, r.run_uuid,
                r.state
            from connection c
            join profile p on p.tenant_id = c.tenant_id and p.connection_id = c.connection_id
            left join watermark w on w.tenant_id = p.tenant_id and w.profile_id = p.profile_id
            left join lateral (
                select n.run_uuid, n.state from run n where n.tenant_id = c.tenant_id
                  and n.connection_id = c.connection_id order by n.run_id desc limit 1) r on true
            where c.tenant_id = ?
            order by lower(c.name), c.connection_id, lower(p.name), p.profile_id, w.stream
            """;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final TrendSettings settings;
    private final Clock clock;

    Freshness(JdbcClient jdbc, Catalogue catalogue, TrendSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.settings = settings;
        this.clock = clock;
    }

    /** A profile, and what is known of its streams. */
    private record Reading(
            Source source, String connector, boolean active, @Nullable LastRun lastRun) {}

    private record Row(Reading reading, @Nullable String stream, @Nullable Instant until) {}

    /** The worst first, then by connection, profile and the connector's order of streams. */
    public List<StreamFreshness> of(int tenantId) {
        var known = new LinkedHashMap<Reading, Map<String, Instant>>();
        for (var row : jdbc.sql(WATERMARKS).param(tenantId).query(Freshness::row).list()) {
            var streams = known.computeIfAbsent(row.reading(), _ -> new HashMap<>());
            if (row.stream() != null && row.until() != null) {
                streams.put(row.stream(), row.until());
            }
        }
        var all = new ArrayList<StreamFreshness>();
        known.forEach((reading, untils) -> all.addAll(streams(reading, untils)));
        return all.stream()
                .sorted(Comparator.comparing(StreamFreshness::state))
                .limit(STREAMS_MAX)
                .toList();
    }

    /** Those the connector declares, and any other that has a watermark. */
    private List<StreamFreshness> streams(Reading reading, Map<String, Instant> untils) {
        var names = new LinkedHashSet<>(catalogue.streams(reading.connector()));
        names.addAll(untils.keySet());
        return names.stream()
                .map(name -> {
                    var until = untils.get(name);
                    return new StreamFreshness(
                            reading.source(),
                            name,
                            state(reading.active(), until),
                            until,
                            reading.lastRun());
                })
                .toList();
    }

    private State state(boolean active, @Nullable Instant until) {
        if (!active) {
            return State.INACTIVE;
        }
        if (until == null) {
            return State.NEVER;
        }
        var age = Duration.between(until, clock.instant());
        if (age.compareTo(settings.stale()) > 0) {
            return State.STALE;
        }
        return age.compareTo(settings.late()) > 0 ? State.LATE : State.CURRENT;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var run = row.getObject("run_uuid", UUID.class);
        var until = row.getObject("until", OffsetDateTime.class);
        var source =
                new Source(
                        row.getObject("connection_uuid", UUID.class),
                        row.getString("connection_name"),
                        row.getString("source_label"),
                        row.getObject("profile_uuid", UUID.class),
                        row.getString("profile_name"));
        var last = run == null ? null : new LastRun(run, RunState.valueOf(row.getString("state")));
        return new Row(
                new Reading(source, row.getString("connector_key"), row.getBoolean("active"), last),
                row.getString("stream"),
                until == null ? null : until.toInstant());
    }
}
