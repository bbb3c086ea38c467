package io.penstock.platform.intelligence;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.intelligence.ImportHistory.Applied;
import io.penstock.platform.intelligence.ImportHistory.Attempt;
import io.penstock.platform.intelligence.ImportRecord.Edition;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Optional;

/** What must hold of a staged file before it is taken. */
final class StageChecks {

    private static final String TWICE =
            """
            select cve_id, min(line), max(line) from list_stage
            group by cve_id having count(*) > 1 order by max(line) limit 1
            """;

    private static final String STORED =
            """
            select case :list when 'EPSS' then (select count(*) from epss where tenant_id = :tenant)
                else (select count(*) from kev where tenant_id = :tenant) end
            """;

    private StageChecks() {}

    /**
     * @throws FaultException CONFIGURATION for no entries or one that stands twice; CONFLICT for a
     *     file that would take much away, unless forced
     */
    static void check(
            JdbcClient jdbc,
            Attempt attempt,
            Edition edition,
            Optional<Applied> last,
            boolean force) {
        var list = attempt.list();
        if (edition.entries() == 0) {
            throw BadFile.whole(list, "The " + list.label() + " holds no entries.");
        }
        jdbc.sql(TWICE)
                .query((row, _) ->
                        BadFile.at(
                                list,
                                row.getLong(3),
                                "repeats " + row.getString(1) + " of line " + row.getLong(2)))
                .optional()
                .ifPresent(fault -> {
                    throw fault;
                });
        if (!force) {
            last.ifPresent(applied -> younger(list, edition, applied));
            asLarge(jdbc, attempt, edition);
        }
    }

    private static void younger(PublicList list, Edition edition, Applied last) {
        var day = edition.date();
        var before = last.date();
        if (day != null && before != null && day.isBefore(before)) {
            throw doubtful(
                    list,
                    "The "
                            + list.label()
                            + " is of "
                            + day
                            + ", the stored one of "
                            + before
                            + ".");
        }
    }

    /** A file that lost half of its entries on its way must not clear what it does not name. */
    private static void asLarge(JdbcClient jdbc, Attempt attempt, Edition edition) {
        var stored =
                jdbc.sql(STORED)
                        .param("list", attempt.list().name())
                        .param("tenant", attempt.tenantId())
                        .query(Long.class)
                        .single();
        if (edition.entries() * 2L < stored) {
            throw doubtful(
                    attempt.list(),
                    "The "
                            + attempt.list().label()
                            + " holds "
                            + edition.entries()
                            + " entries, less than half of the "
                            + stored
                            + " stored ones.");
        }
    }

    private static FaultException doubtful(PublicList list, String sentence) {
        return new FaultException(
                FaultKind.CONFLICT,
                list.name() + "_DOUBTFUL",
                sentence,
                "Nothing was changed; send it with force=true when it is right.");
    }
}
