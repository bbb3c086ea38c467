package io.penstock.platform.quarantine;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.quarantine.QuarantineFilter.State;
import io.penstock.platform.quarantine.QuarantinedRecord.Resolution;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Searches and counts the rejected records, newest first, page by page. */
@Component
public class Quarantine {

    /** More different reasons than a person looks through; values are left out of them. */
    static final int REASONS_MAX = 200;

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

    private static final String ROWS =
            """
            select q.page_id || '-' || q.record_index as cursor, c.connection_uuid, r.run_uuid,
                q.stream, q.record_key, q.field, q.reason, q.reason_form, q.excerpt,
                (coalesce(s.line_numbers, p.line_numbers))[q.record_index + 1] as line,
                m.name as map_name, m.version as map_version, q.rejected_at, d.run_uuid as resolver,
                coalesce(q.resolution, '') as resolution
            from (select * from rejected_record q where {conditions}
                  order by q.page_id desc, q.record_index desc limit :limit) q
            join connection c on c.tenant_id = q.tenant_id and c.connection_id = q.connection_id
            join run r on r.tenant_id = q.tenant_id and r.run_id = q.run_id
            join transform_map m on m.tenant_id = q.tenant_id and m.map_id = q.map_id
            join raw_page p on p.tenant_id = q.tenant_id and p.page_id = q.page_id
            left join raw_page s on s.tenant_id = p.tenant_id and s.page_id = p.source_page
            left join run d on d.tenant_id = q.tenant_id and d.run_id = q.resolved_run
            order by q.page_id desc, q.record_index desc
            """;

    private static final String REASONS =
            """
            select q.stream, q.field, q.reason_form, min(q.reason) as example, count(*) as records
            from rejected_record q where {conditions}
            group by q.stream, q.field, q.reason_form
            order by records desc, q.stream, q.field, q.reason_form limit :limit
            """;

    private static final String RUNS =
            """
            select r.run_uuid, c.connection_uuid, c.name, r.opened_at, n.records
            from (select q.evidence_run, count(*) as records
                from rejected_record q where {conditions} group by q.evidence_run
                order by q.evidence_run desc limit :limit) n
            join run r on r.tenant_id = :tenant and r.run_id = n.evidence_run
            join connection c on c.tenant_id = r.tenant_id and c.connection_id = r.connection_id
            order by r.run_id desc
            """;

    private final JdbcClient jdbc;

    Quarantine(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record RunKey(long id, boolean replay) {}

    /**
     * @param after a cursor, or empty for the newest
     * @throws FaultException NOT_FOUND for an unknown run, MALFORMED for a cursor of no list
     */
    public List<QuarantinedRecord> find(
            int tenantId, QuarantineFilter filter, String after, int limit) {
        var conditions = conditions(tenantId, filter);
        if (!after.isEmpty()) {
            var cursor = CURSOR.matcher(after);
            if (!cursor.matches()) {
                throw noCursor();
            }
            conditions.after(Long.parseLong(cursor.group(1)), Integer.parseInt(cursor.group(2)));
        }
        return rows(conditions, limit);
    }

    /**
     * @throws FaultException NOT_FOUND
     */
    public QuarantinedRecord require(int tenantId, String record) {
        var cursor = CURSOR.matcher(record);
        if (!cursor.matches()) {
            throw noCursor();
        }
        var any = new QuarantineFilter(null, null, "", "", "", "", State.ALL);
        var conditions = conditions(tenantId, any);
        conditions.one(Long.parseLong(cursor.group(1)), Integer.parseInt(cursor.group(2)));
        return rows(conditions, 1).stream()
                .findFirst()
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "RECORD_UNKNOWN",
                                "There is no rejected record " + record + ".",
                                ""));
    }

    /** The commonest reasons first. */
    public List<ReasonCount> reasons(int tenantId, QuarantineFilter filter) {
        var conditions = conditions(tenantId, filter);
        return jdbc.sql(REASONS.replace("{conditions}", conditions.sql()))
                .params(conditions.binds())
                .param("limit", REASONS_MAX)
                .query((row, _) ->
                        new ReasonCount(
                                row.getString("stream"),
                                row.getString("field"),
                                row.getString("reason_form"),
                                row.getString("example"),
                                row.getLong("records")))
                .list();
    }

    /** The newest runs that brought such records, newest first. */
    public List<RunCount> runs(int tenantId, QuarantineFilter filter, int limit) {
        var conditions = conditions(tenantId, filter);
        return jdbc.sql(RUNS.replace("{conditions}", conditions.sql()))
                .params(conditions.binds())
                .param("limit", limit)
                .query((row, _) ->
                        new RunCount(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getTimestamp(4).toInstant(),
                                row.getLong(5)))
                .list();
    }

    private List<QuarantinedRecord> rows(QuarantineConditions conditions, int limit) {
        return jdbc.sql(ROWS.replace("{conditions}", conditions.sql()))
                .params(conditions.binds())
                .param("limit", limit)
                .query((row, _) -> record(row))
                .list();
    }

    private QuarantineConditions conditions(int tenantId, QuarantineFilter filter) {
        var run = filter.run();
        var key = run == null ? new RunKey(0, false) : run(tenantId, run);
        return new QuarantineConditions(tenantId, filter, key.id(), key.replay());
    }

    private RunKey run(int tenantId, UUID run) {
        return jdbc.sql("select run_id, kind from run where tenant_id = ? and run_uuid = ?")
                .params(tenantId, run)
                .query((row, _) -> new RunKey(row.getLong(1), row.getString(2).equals("REPLAY")))
                .optional()
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "RUN_UNKNOWN",
                                "There is no run " + run + ".",
                                ""));
    }

    private static QuarantinedRecord record(ResultSet row) throws SQLException {
        return new QuarantinedRecord(
                row.getString("cursor"),
                row.getObject("connection_uuid", UUID.class),
                row.getObject("run_uuid", UUID.class),
                row.getString("stream"),
                row.getString("record_key"),
                row.getString("field"),
                row.getString("reason"),
                row.getString("reason_form"),
                row.getString("excerpt"),
                row.getObject("line", Integer.class),
                row.getString("map_name"),
                row.getInt("map_version"),
                row.getTimestamp("rejected_at").toInstant(),
                new Resolution(row.getObject("resolver", UUID.class), row.getString("resolution")));
    }

    private static FaultException noCursor() {
        return new FaultException(
                FaultKind.MALFORMED,
                "CURSOR_FORM",
                "The cursor is not one this list has given out.",
                "Leave it out to start at the beginning.");
    }
}
