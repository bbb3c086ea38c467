package io.penstock.platform.intelligence;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.intelligence.ImportHistory.Attempt;
import io.penstock.platform.intelligence.ImportRecord.Edition;
import io.penstock.platform.intelligence.ImportRecord.Effect;
import io.penstock.platform.intelligence.ImportRecord.Outcome;
import io.penstock.platform.security.Tenants;
import io.penstock.platform.text.SaidText;
import io.penstock.platform.text.TypedText;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Public lists: what is stored of them, and how they come in. */
@Component
public class Intelligence {

    private static final Logger LOG = LoggerFactory.getLogger(Intelligence.class);

    /** In the history, for what nobody of the tenant asked for. */
    static final String SCHEDULE = "schedule";

    private static final int ORIGIN_MAX = 200;
    private static final int MESSAGE_MAX = 500;

    private static final String ENTRIES =
            """
            select case ? when 'EPSS' then (select count(*) from epss where tenant_id = ?)
                else (select count(*) from kev where tenant_id = ?) end
            """;

    private final ListImport imports;
    private final ImportHistory history;
    private final Download download;
    private final Tenants tenants;
    private final IntelligenceSettings settings;
    private final JdbcClient jdbc;

    Intelligence(
            ListImport imports,
            ImportHistory history,
            Download download,
            Tenants tenants,
            IntelligenceSettings settings,
            JdbcClient jdbc) {
        this.imports = imports;
        this.history = history;
        this.download = download;
        this.tenants = tenants;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    /**
     * A list as it is stored.
     *
     * @param date of its facts; null when the file did not say, or there is none
     * @param importedAt when it was applied; null when there is none
     * @param fetched whether it is fetched from an address
     */
    public record Stored(
            PublicList list,
            long entries,
            String version,
            @Nullable LocalDate date,
            @Nullable Instant importedAt,
            boolean fetched) {}

    /**
     * Takes a file that somebody sends.
     *
     * @param name of the file, for the history
     * @param force takes a file that is older or much smaller than what is stored
     * @throws FaultException CONFIGURATION for a file or name that cannot be used, CONFLICT for a
     *     doubtful one, MALFORMED when the sender breaks off; nothing is changed then
     */
    public ImportRecord take(
            int tenantId,
            String by,
            PublicList list,
            InputStream sent,
            String name,
            boolean force) {
        var called = TypedText.line("name", name);
        var origin = SaidText.within(called, ORIGIN_MAX);
        try (var file = SpooledFile.of(sent, settings.bytesMax().toBytes(), origin)) {
            return apply(new Attempt(tenantId, list, file, by), force);
        }
    }

    /**
     * Fetches a list now, for all tenants. Another tenant's history does not name who asked.
     *
     * @return what became of it for this tenant
     * @throws FaultException as {@link #take}, and UNAVAILABLE
     */
    public ImportRecord fetch(int tenantId, String by, PublicList list) {
        try (var file = download.fetch(list)) {
            for (var other : tenants.all()) {
                if (other != tenantId) {
                    applyQuietly(new Attempt(other, list, file, SCHEDULE));
                }
            }
            return apply(new Attempt(tenantId, list, file, by), false);
        }
    }

    /** One tenant's doubts are no other's; its own history tells them. */
    private void applyQuietly(Attempt attempt) {
        try {
            apply(attempt, false);
        } catch (FaultException e) {
            LOG.warn("tenant {}: {}", attempt.tenantId(), e.getMessage());
        }
    }

    /** A refusal is remembered too; the transaction that found it is undone by then. */
    private ImportRecord apply(Attempt attempt, boolean force) {
        try {
            return imports.apply(attempt, force);
        } catch (FaultException e) {
            var why = e.fault().message();
            history.add(
                    attempt,
                    Outcome.REFUSED,
                    Edition.NONE,
                    Effect.NONE,
                    SaidText.within(why, MESSAGE_MAX));
            throw e;
        }
    }

    /** Both lists. */
    public List<Stored> stored(int tenantId) {
        return List.of(stored(tenantId, PublicList.EPSS), stored(tenantId, PublicList.KEV));
    }

    private Stored stored(int tenantId, PublicList list) {
        var entries =
                jdbc.sql(ENTRIES)
                        .params(list.name(), tenantId, tenantId)
                        .query(Long.class)
                        .single();
        var fetched = !settings.url(list).isEmpty();
        return history.last(tenantId, list)
                .map(last ->
                        new Stored(list, entries, last.version(), last.date(), last.at(), fetched))
                .orElseGet(() -> new Stored(list, entries, "", null, null, fetched));
    }

    /** Newest first. */
    public List<ImportRecord> imports(int tenantId, int limit) {
        return history.all(tenantId, limit);
    }
}
