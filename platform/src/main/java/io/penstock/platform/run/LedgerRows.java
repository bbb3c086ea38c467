package io.penstock.platform.run;

import io.penstock.core.run.StreamKind;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.source.StreamSpec;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums a run's slices and pages up, stream by stream. */
@Component
class LedgerRows {

    private static final String SUMS =
            """
            select t.stream, t.hosts, t.window_from, s.slices, s.sealed, s.incomplete,
                   s.vendor_total, s.announced_total, s.received, s.distinct_count, p.pages, p.done,
                   p.broken, p.mapped, p.rejected, p.created_count, p.updated_count,
                   p.unchanged_count, p.superseded_count
            from (select stream, hosts, window_from from run_stream
                  where tenant_id = :tenant and run_id = :run) t
            left join (select stream, count(*) as slices,
                         count(*) filter (where state = 'SEALED') as sealed,
                         count(*) filter (where state = 'INCOMPLETE') as incomplete,
                         case when count(vendor_total) = count(*) then sum(vendor_total) end
                             as vendor_total,
                         sum(greatest(announced_total, expected))
                             filter (where announced_total >= 0 or expected >= 0)
                             as announced_total,
                         sum(received) as received, sum(distinct_count) as distinct_count
                  from run_slice where tenant_id = :tenant and run_id = :run
                  group by stream) s using (stream)
            left join (select stream, count(*) as pages,
                              count(*) filter (where state = 'DONE') as done,
                              count(*) filter (where state = 'BROKEN') as broken,
                              sum(mapped) as mapped, sum(rejected) as rejected,
                              sum(created_count) as created_count,
                              sum(updated_count) as updated_count,
                              sum(unchanged_count) as unchanged_count,
                              sum(superseded_count) as superseded_count
                       from raw_page where tenant_id = :tenant and run_id = :run
                       group by stream) p using (stream)
            """;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    LedgerRows(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /** With the streams that an engine is going to read and that have nothing yet. */
    RunLedger of(int tenantId, Run run) {
        var kinds = new HashMap<String, StreamKind>();
        var declared =
                catalogue
                        .find(run.subject().connectorKey())
                        .map(connector -> connector.streams())
                        .orElse(List.of());
        for (StreamSpec stream : declared) {
            kinds.put(stream.name().text(), stream.kind());
        }
        var streams = new HashMap<String, StreamLedger>();
        if (run.kind().readsVendor()) {
            kinds.forEach((name, kind) -> streams.put(name, StreamLedger.empty(name, kind)));
        }
        for (var stream : sums(tenantId, run, kinds)) {
            streams.put(stream.stream(), stream);
        }
        var order = Comparator.comparing(StreamLedger::kind).thenComparing(StreamLedger::stream);
        return new RunLedger(run, streams.values().stream().sorted(order).toList());
    }

    private List<StreamLedger> sums(int tenantId, Run run, Map<String, StreamKind> kinds) {
        return jdbc.sql(SUMS)
                .param("tenant", tenantId)
                .param("run", run.id())
                .query((row, number) -> stream(row, kinds.get(row.getString("stream"))))
                .list();
    }

    private static StreamLedger stream(ResultSet row, @Nullable StreamKind declared)
            throws SQLException {
        var kind =
                declared != null
                        ? declared
                        : row.getBoolean("hosts") ? StreamKind.HOSTS : StreamKind.FINDINGS;
        var from = row.getTimestamp("window_from");
        return new StreamLedger(
                row.getString("stream"),
                kind,
                from == null ? null : from.toInstant(),
                new StreamLedger.Slices(
                        row.getInt("slices"),
                        row.getInt("sealed"),
                        row.getInt("incomplete"),
                        number(row, "vendor_total"),
                        number(row, "announced_total"),
                        row.getLong("received"),
                        row.getLong("distinct_count")),
                new StreamLedger.Pages(
                        row.getLong("pages"), row.getLong("done"), row.getLong("broken")),
                new StreamLedger.Records(
                        row.getLong("mapped"),
                        row.getLong("rejected"),
                        row.getLong("created_count"),
                        row.getLong("updated_count"),
                        row.getLong("unchanged_count"),
                        row.getLong("superseded_count")));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        var number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
