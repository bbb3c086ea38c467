package io.penstock.platform.intelligence;

import io.penstock.platform.intelligence.ImportHistory.Attempt;
import io.penstock.platform.intelligence.ImportRecord.Edition;
import io.penstock.platform.intelligence.ImportRecord.Effect;
import io.penstock.platform.intelligence.ImportRecord.Outcome;
import io.penstock.platform.score.VulnerabilityScores;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.zip.ZipException;

import javax.sql.DataSource;

/**
 * Brings a file into the database in one transaction: stage, check, write what differs, score what
 * it concerns. A fault leaves everything as it was.
 */
@Component
class ListImport {

    private final JdbcClient jdbc;
    private final DataSource source;
    private final ImportHistory history;
    private final VulnerabilityScores scores;

    ListImport(
            JdbcClient jdbc, DataSource source, ImportHistory history, VulnerabilityScores scores) {
        this.jdbc = jdbc;
        this.source = source;
        this.history = history;
        this.scores = scores;
    }

    /**
     * @param force takes a file that is older or much smaller than what is stored
     * @return what stands in the history for it
     * @throws io.penstock.core.fault.FaultException CONFIGURATION for a file that cannot be used
     */
    @Transactional
    public ImportRecord apply(Attempt attempt, boolean force) {
        scores.beginChange(attempt.tenantId());
        var last = history.last(attempt.tenantId(), attempt.list());
        if (last.isPresent() && Arrays.equals(last.get().sha256(), attempt.file().sha256())) {
            return history.add(
                    attempt,
                    Outcome.UNCHANGED,
                    Edition.NONE,
                    Effect.NONE,
                    "This file was applied already.");
        }
        var form = ListForm.of(attempt.list());
        var edition = staged(attempt.file(), form);
        StageChecks.check(jdbc, attempt, edition, last, force);
        return history.add(attempt, Outcome.APPLIED, edition, merged(attempt, form, edition), "");
    }

    private Edition staged(SpooledFile file, ListForm form) {
        jdbc.sql(
                        "create temporary table list_stage (line bigint not null, cve_id text not"
                                + " null, "
                                + form.sql().stage()
                                + ") on commit drop")
                .update();
        var connection = DataSourceUtils.getConnection(source);
        try (var text = file.open(form.unpackedMax());
                var copy = new CopyText(connection, "copy list_stage from stdin")) {
            var version = form.read(text, (line, cve, cells) -> copy.row(row(line, cve, cells)));
            var entries = (int) copy.end();
            return new Edition(version.version(), version.date(), entries);
        } catch (EOFException | ZipException e) {
            throw BadFile.whole(
                    form.list(), "The " + form.list().label() + " is cut off or damaged.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the " + form.list().label() + " was not staged", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static @Nullable Object[] row(long line, String cve, @Nullable Object[] cells) {
        var row = new @Nullable Object[cells.length + 2];
        row[0] = line;
        row[1] = cve;
        System.arraycopy(cells, 0, row, 2, cells.length);
        return row;
    }

    private Effect merged(Attempt attempt, ListForm form, Edition edition) {
        var tenant = attempt.tenantId();
        jdbc.sql("create temporary table cve_changed (cve_id text primary key) on commit drop")
                .update();
        jdbc.sql("insert into cve_changed " + form.sql().changed())
                .param("tenant", tenant)
                .update();
        // Nobody else counts the rows of a temporary table, and most plans hang on their number.
        jdbc.sql("analyze cve_changed").update();
        var written =
                jdbc.sql(
                                "with written as ("
                                        + form.sql().merge()
                                        + ") select count(*) filter (where fresh), count(*) filter"
                                        + " (where not fresh) from written")
                        .param("tenant", tenant)
                        .param("date", edition.date())
                        .query((row, _) -> new int[] {row.getInt(1), row.getInt(2)})
                        .single();
        var removed =
                jdbc.sql(
                                "delete from "
                                        + form.sql().table()
                                        + " e where e.tenant_id = ? and not exists (select from"
                                        + " list_stage s where s.cve_id = e.cve_id)")
                        .param(tenant)
                        .update();
        var rescored = scores.rescore(tenant);
        return new Effect(
                written[0], written[1], removed, rescored.vulnerabilities(), rescored.assets());
    }
}
