package io.penstock.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A condition in SQL. The text is made of the catalogue's constants and names of binds ({@code
 * :q1}, {@code :q2}, and {@code :tenant}, which the caller binds); whatever a user typed is in the
 * binds.
 *
 * @param sql a boolean expression
 * @param binds name → String, Integer, BigDecimal, Boolean, UUID or OffsetDateTime
 */
public record CompiledQuery(String sql, Map<String, Object> binds) {

    public CompiledQuery {
        binds = Collections.unmodifiableMap(new LinkedHashMap<>(binds));
    }

    /**
     * A copy of the binds, with the tenant whose rows are asked for, to which more may be added.
     */
    public Map<String, Object> bindsOf(int tenantId) {
        var all = new LinkedHashMap<>(binds);
        all.put("tenant", tenantId);
        return all;
    }
}
