package io.penstock.platform.run;

import io.penstock.platform.run.RunCourse.Incident;
import io.penstock.platform.run.RunCourse.IncidentKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads the {@link RunCourse} of runs from what their slices and pages have kept. */
@Component
public class RunCourses {

    private static final int FAILURES_SHOWN = 20;

    private static final String RUN =
            """
            select r.engine_version, r.engine_host, r.opened_by, s.run_uuid, r.resumes
            from run r left join run s on s.tenant_id = r.tenant_id and s.run_id = r.source_run
            where r.tenant_id = ? and r.run_id = ?
            """;

    private static final String SLICES =
            """
            select stream, count(*) filter (where attempt > 1) as again,
                count(*) filter (where attempt > 1 and state = 'SEALED') as mended,
                count(*) filter (where split_from is not null) as cut,
                count(*) filter (where state = 'INCOMPLETE') as incomplete,
                coalesce(min(reasons[1]) filter (where attempt > 1), '') as doubt,
                coalesce(min(reason) filter (where state = 'INCOMPLETE'), '') as reason
            from run_slice where tenant_id = ? and run_id = ? group by stream order by stream
            """;

    private static final String BROKEN =
            """
            select stream, left(failure, 500) as failure, count(*) as pages from raw_page
            where tenant_id = ? and run_id = ? and state = 'BROKEN'
            group by 1, 2 order by pages desc, stream, failure limit ?
            """;

    private final JdbcClient jdbc;

    RunCourses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public RunCourse of(int tenantId, Run run) {
        var incidents = new ArrayList<Incident>();
        jdbc.sql(SLICES)
                .params(tenantId, run.id())
                .query((row, _) -> ofSlices(row))
                .list()
                .forEach(incidents::addAll);
        incidents.addAll(
                jdbc.sql(BROKEN)
                        .params(tenantId, run.id(), FAILURES_SHOWN)
                        .query((row, _) -> ofPages(row))
                        .list());
        return jdbc.sql(RUN)
                .params(tenantId, run.id())
                .query((row, _) -> course(row, incidents))
                .single();
    }

    private static RunCourse course(ResultSet row, List<Incident> incidents) throws SQLException {
        var gone = row.getInt("resumes");
        var all = new ArrayList<Incident>();
        if (gone > 0) {
            all.add(
                    new Incident(
                            IncidentKind.ENGINE_GONE,
                            "",
                            gone,
                            "The engine stopped in the middle of the run.",
                            "The run was taken up again where the last delivered page left off."));
        }
        all.addAll(incidents);
        return new RunCourse(
                row.getString("engine_version"),
                row.getString("engine_host"),
                row.getString("opened_by"),
                row.getObject("run_uuid", UUID.class),
                all);
    }

    private static List<Incident> ofSlices(ResultSet row) throws SQLException {
        var stream = row.getString("stream");
        var again = row.getLong("again");
        return Stream.of(
                        new Incident(
                                IncidentKind.SLICE_READ_AGAIN,
                                stream,
                                again,
                                row.getString("doubt"),
                                "Read again; "
                                        + row.getLong("mended")
                                        + " of "
                                        + again
                                        + " are proved complete now."),
                        new Incident(
                                IncidentKind.SLICE_CUT,
                                stream,
                                row.getLong("cut"),
                                "Slices turned out larger than planned.",
                                "Cut again while they were read, so that readers share the rest."),
                        new Incident(
                                IncidentKind.SLICE_INCOMPLETE,
                                stream,
                                row.getLong("incomplete"),
                                row.getString("reason"),
                                "What came is kept; the run closes nothing, and the next one reads"
                                        + " the stream again."))
                .filter(incident -> incident.count() > 0)
                .toList();
    }

    private static Incident ofPages(ResultSet row) throws SQLException {
        return new Incident(
                IncidentKind.PAGE_BROKEN,
                row.getString("stream"),
                row.getLong("pages"),
                row.getString("failure"),
                "The pages are set aside as they came; the rest of the run goes on.");
    }
}
