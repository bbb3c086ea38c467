package io.penstock.platform.setting;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.audit.AuditTrail;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The settings a tenant's people chose. They count from the next time somebody looks. */
@Component
public class Settings {

    private static final String CHOOSE =
            """
            insert into setting (tenant_id, key, value, changed_by, changed_at)
            values (?, ?, ?, ?, now())
            on conflict (tenant_id, key) do update set value = excluded.value,
                changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """;

    private final ObjectProvider<RunTimeSetting> known;
    private final JdbcClient jdbc;
    private final AuditTrail trail;

    Settings(ObjectProvider<RunTimeSetting> known, JdbcClient jdbc, AuditTrail trail) {
        this.known = known;
        this.jdbc = jdbc;
        this.trail = trail;
    }

    private record Row(String key, long value, String by, Instant at) {}

    private record Facts(@Nullable Long value, String standing) {}

    /** What somebody chose; empty when the standing value counts. */
    public OptionalLong chosen(int tenantId, String key) {
        return jdbc.sql("select value from setting where tenant_id = ? and key = ?")
                .params(tenantId, key)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** All that can be chosen, by key. */
    public List<ChosenSetting> all(int tenantId) {
        var rows = rows(tenantId);
        return known.stream()
                .sorted(Comparator.comparing(RunTimeSetting::key))
                .map(setting -> chosen(setting, rows.get(setting.key())))
                .toList();
    }

    /**
     * @throws FaultException NOT_FOUND
     */
    public ChosenSetting require(int tenantId, String key) {
        return all(tenantId).stream()
                .filter(setting -> setting.about().key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "SETTING_UNKNOWN",
                                "There is no such setting.",
                                "GET /api/v1/settings lists those that can be chosen."));
    }

    /**
     * @throws FaultException NOT_FOUND, or CONFIGURATION for a number out of bounds
     */
    @Transactional
    public ChosenSetting choose(int tenantId, String key, long value, String by) {
        var before = require(tenantId, key);
        var about = before.about();
        if (value < about.least() || value > about.most()) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "SETTING_RANGE",
                    "The setting '"
                            + key
                            + "' cannot be "
                            + value
                            + ", allowed are "
                            + about.least()
                            + " to "
                            + about.most()
                            + " "
                            + about.unit()
                            + ".",
                    "");
        }
        jdbc.sql(CHOOSE).params(tenantId, key, value, by).update();
        return changed("setting.choose", tenantId, before);
    }

    /**
     * Back to the standing value.
     *
     * @throws FaultException NOT_FOUND
     */
    @Transactional
    public ChosenSetting forget(int tenantId, String key) {
        var before = require(tenantId, key);
        jdbc.sql("delete from setting where tenant_id = ? and key = ?")
                .params(tenantId, key)
                .update();
        return changed("setting.forget", tenantId, before);
    }

    private ChosenSetting changed(String action, int tenantId, ChosenSetting before) {
        var after = require(tenantId, before.about().key());
        trail.changed(action, before.about().key(), facts(before), facts(after));
        return after;
    }

    private static Facts facts(ChosenSetting setting) {
        return new Facts(setting.value(), setting.about().standing());
    }

    private static ChosenSetting chosen(RunTimeSetting about, @Nullable Row row) {
        return row == null
                ? new ChosenSetting(about, null, "", null)
                : new ChosenSetting(about, row.value(), row.by(), row.at());
    }

    private Map<String, Row> rows(int tenantId) {
        var rows = new HashMap<String, Row>();
        jdbc.sql("select key, value, changed_by, changed_at from setting where tenant_id = ?")
                .param(tenantId)
                .query((row, _) ->
                        new Row(
                                row.getString(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getTimestamp(4).toInstant()))
                .list()
                .forEach(row -> rows.put(row.key(), row));
        return rows;
    }
}
