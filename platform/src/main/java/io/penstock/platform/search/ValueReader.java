package io.penstock.platform.search;

import io.penstock.platform.db.ReadingSession;
import io.penstock.query.QueryField;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

/** Reads values of a field while a person types: within a blink, or none at all. */
@Component
class ValueReader {

    private static final Logger LOG = LoggerFactory.getLogger(ValueReader.class);

    private static final String BOUND = "set local statement_timeout = '300ms'";

    /** Longer values are no use in a list. */
    private static final int VALUE_MAX = 200;

    /** Some values cannot be written in the language; without these, there are enough left. */
    private static final int SPARE = 5;

    private final JdbcTemplate template;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    ValueReader(@Qualifier(ReadingSession.SOURCE) DataSource source) {
        this.template = new JdbcTemplate(source);
        this.database = JdbcClient.create(template);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.transaction.setReadOnly(true);
    }

    /**
     * A value as the database has it.
     *
     * @param says what else a person knows it by, or empty
     */
    record Found(String text, String says) {}

    /** Empty too where the field has no cheap way to its values, and when the time is up. */
    List<Found> find(int tenantId, QueryField field, String typed, int limit) {
        var sql = ValueSources.of(field);
        if (sql.isEmpty() || typed.length() > VALUE_MAX || typed.indexOf('\0') >= 0) {
            return List.of();
        }
        try {
            return Objects.requireNonNull(
                    transaction.execute(_ -> read(sql.get(), tenantId, typed, limit)));
        } catch (QueryTimeoutException e) {
            LOG.debug("no values of {} in time", field.name(), e);
            return List.of();
        }
    }

    private List<Found> read(String sql, int tenantId, String typed, int limit) {
        template.execute(BOUND);
        return database
                .sql(sql)
                .param("tenant", tenantId)
                .param("typed", typed)
                .param("limit", limit + SPARE)
                .query((row, _) -> new Found(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .filter(value -> value.text().length() <= VALUE_MAX)
                .toList();
    }
}
