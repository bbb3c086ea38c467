package io.penstock.platform.intelligence;

import io.penstock.platform.intelligence.ImportRecord.Edition;
import io.penstock.platform.intelligence.ImportRecord.Effect;
import io.penstock.platform.intelligence.ImportRecord.Outcome;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The imports that were tried. */
@Component
class ImportHistory {

    private static final String ADD =
            """
            insert into intelligence_import (tenant_id, list, outcome, origin, sha256, version,
                version_date, entries, added, changed, removed, rescored, assets_due, message,
                imported_by, imported_at)
            values (:tenant, :list, :outcome, :origin, :sha256, :version, :date, :entries, :added,
                :changed, :removed, :rescored, :due, :message, :by, now())
            returning list, outcome, origin, version, version_date, entries, added, changed,
                removed, rescored, assets_due, message, imported_by, imported_at
            """;

    private static final String LIST =
            """
            select list, outcome, origin, version, version_date, entries, added, changed, removed,
                rescored, assets_due, message, imported_by, imported_at
            from intelligence_import where tenant_id = ? order by import_id desc limit ?
            """;

    private static final String LAST =
            """
            select sha256, version, version_date, imported_at from intelligence_import
            where tenant_id = ? and list = ? and outcome = 'APPLIED'
            order by import_id desc limit 1
            """;

    private static final String LOOKED =
            """
            select max(imported_at) from intelligence_import
            where list = ? and outcome in ('APPLIED', 'UNCHANGED')
            """;

    private final JdbcClient jdbc;

    ImportHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the stored list was made from. */
    record Applied(byte[] sha256, String version, @Nullable LocalDate date, Instant at) {}

    /** Who imports what. */
    record Attempt(int tenantId, PublicList list, SpooledFile file, String by) {}

    /** What is remembered of an attempt. */
    ImportRecord add(
            Attempt attempt, Outcome outcome, Edition edition, Effect effect, String message) {
        return jdbc.sql(ADD)
                .param("tenant", attempt.tenantId())
                .param("list", attempt.list().name())
                .param("outcome", outcome.name())
                .param("origin", attempt.file().origin())
                .param("sha256", attempt.file().sha256())
                .param("version", edition.version())
                .param("date", edition.date())
                .param("entries", edition.entries())
                .param("added", effect.added())
                .param("changed", effect.changed())
                .param("removed", effect.removed())
                .param("rescored", effect.rescored())
                .param("due", effect.assetsDue())
                .param("message", message)
                .param("by", attempt.by())
                .query((row, _) -> read(row))
                .single();
    }

    /** Newest first. */
    List<ImportRecord> all(int tenantId, int limit) {
        return jdbc.sql(LIST).params(tenantId, limit).query((row, _) -> read(row)).list();
    }

    Optional<Applied> last(int tenantId, PublicList list) {
        return jdbc.sql(LAST)
                .params(tenantId, list.name())
                .query((row, _) ->
                        new Applied(
                                row.getBytes(1),
                                row.getString(2),
                                row.getObject(3, LocalDate.class),
                                row.getTimestamp(4).toInstant()))
                .optional();
    }

    /** When the list was looked at with success, by any tenant. */
    Optional<Instant> looked(PublicList list) {
        return jdbc.sql(LOOKED)
                .param(list.name())
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    private static ImportRecord read(ResultSet row) throws SQLException {
        return new ImportRecord(
                PublicList.valueOf(row.getString("list")),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("origin"),
                new Edition(
                        row.getString("version"),
                        row.getObject("version_date", LocalDate.class),
                        row.getInt("entries")),
                new Effect(
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("removed"),
                        row.getInt("rescored"),
                        row.getInt("assets_due")),
                row.getString("message"),
                row.getString("imported_by"),
                row.getTimestamp("imported_at").toInstant());
    }
}
