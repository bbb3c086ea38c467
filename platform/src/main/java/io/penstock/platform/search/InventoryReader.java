package io.penstock.platform.search;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.db.ReadingSession;

import org.postgresql.jdbc.PgStatement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/** Runs the statements of a search, each within a bounded time. */
@Component
class InventoryReader {

    private final DataSource source;
    private final SearchSettings settings;
    private final Duration limit;
    private final JdbcClient database;

    @Autowired
    InventoryReader(@Qualifier(ReadingSession.SOURCE) DataSource source, SearchSettings settings) {
        this(source, settings, settings.timeout());
    }

    private InventoryReader(DataSource source, SearchSettings settings, Duration limit) {
        this.source = source;
        this.settings = settings;
        this.limit = limit;
        this.database = JdbcClient.create(new LimitedTemplate(source, limit));
    }

    /** The same for what is worth a moment only. */
    InventoryReader atOnce() {
        return new InventoryReader(source, settings, settings.moment());
    }

    /** Spring's own limit is in whole seconds. */
    private static final class LimitedTemplate extends JdbcTemplate {

        private final Duration limit;

        LimitedTemplate(DataSource source, Duration limit) {
            super(source);
            this.limit = limit;
        }

        @Override
        protected void applyStatementSettings(Statement statement) throws SQLException {
            statement.unwrap(PgStatement.class).setQueryTimeoutMs(limit.toMillis());
        }
    }

    /**
     * @throws FaultException UNAVAILABLE when the database takes longer than allowed
     */
    <T> List<T> rows(String sql, Map<String, ?> binds, RowMapper<T> mapper) {
        try {
            return database.sql(sql).params(binds).query(mapper).list();
        } catch (QueryTimeoutException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.UNAVAILABLE,
                            "QUERY_TIMEOUT",
                            "The query was stopped after " + seconds() + " s.",
                            "Narrow it down, for example by finding.severity or asset.name."),
                    e);
        }
    }

    private String seconds() {
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    /** Counts the rows of a {@code select 1}, up to the bound of {@link ResultPage}. */
    Count count(String selectOne, Map<String, ?> binds) {
        var sql =
                "select count(*) from ("
                        + selectOne
                        + " limit "
                        + (ResultPage.COUNT_MAX + 1)
                        + ") as bounded";
        var found = rows(sql, binds, (row, _) -> row.getLong(1)).getFirst();
        return Count.of(found);
    }

    /** How many rows match; when not exact, there are more. */
    record Count(long rows, boolean exact) {

        /**
         * @param found rows that were looked for up to one more than the bound
         */
        static Count of(long found) {
            return new Count(Math.min(found, ResultPage.COUNT_MAX), found <= ResultPage.COUNT_MAX);
        }
    }
}
