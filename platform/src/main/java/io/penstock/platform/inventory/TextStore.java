package io.penstock.platform.inventory;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Texts stored once per content. Rows are never changed, so two pages that bring the same text need
 * not know of each other; keys go in sorted, so that they cannot wait for each other in a circle.
 */
@Component
class TextStore {

    private static final String NEW_VULNERABILITY =
            """
            insert into vulnerability (tenant_id, content_key, name, cve_id, description,
                source_severity, cvss2_base, cvss3_base, cvss4_base, cisa_kev, exploit_status,
                exprt_rating, severity)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, content_key) do nothing
            """;

    private static final String NEW_REMEDIATION =
            """
            insert into remediation (tenant_id, content_key, recommendation) values (?, ?, ?)
            on conflict (tenant_id, content_key) do nothing
            """;

    private static final String VULNERABILITY_IDS =
            """
            select content_key, vulnerability_id from vulnerability
            where tenant_id = ? and content_key = any (?)
            """;

    private static final String REMEDIATION_IDS =
            """
            select content_key, remediation_id from remediation
            where tenant_id = ? and content_key = any (?)
            """;

    /** Row ids by content key; adds the texts that are not there yet. */
    Map<UUID, Long> vulnerabilities(
            Connection connection, int tenantId, Map<UUID, VulnerabilityText> texts)
            throws SQLException {
        var known = ids(connection, VULNERABILITY_IDS, tenantId, texts.keySet());
        var missing = missing(texts.keySet(), known);
        if (missing.isEmpty()) {
            return known;
        }
        try (var insert = connection.prepareStatement(NEW_VULNERABILITY)) {
            for (var key : missing) {
                bind(insert, tenantId, key, texts.get(key));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        known.putAll(ids(connection, VULNERABILITY_IDS, tenantId, missing));
        return known;
    }

    Map<UUID, Long> remediations(Connection connection, int tenantId, Map<UUID, String> texts)
            throws SQLException {
        var known = ids(connection, REMEDIATION_IDS, tenantId, texts.keySet());
        var missing = missing(texts.keySet(), known);
        if (missing.isEmpty()) {
            return known;
        }
        try (var insert = connection.prepareStatement(NEW_REMEDIATION)) {
            for (var key : missing) {
                insert.setInt(1, tenantId);
                insert.setObject(2, key);
                insert.setString(3, texts.get(key));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        known.putAll(ids(connection, REMEDIATION_IDS, tenantId, missing));
        return known;
    }

    private static List<UUID> missing(Iterable<UUID> wanted, Map<UUID, Long> known) {
        var missing = new ArrayList<UUID>();
        wanted.forEach(key -> {
            if (!known.containsKey(key)) {
                missing.add(key);
            }
        });
        missing.sort(null);
        return missing;
    }

    private static void bind(
            PreparedStatement insert, int tenantId, UUID key, @Nullable VulnerabilityText text)
            throws SQLException {
        if (text == null) {
            throw new IllegalStateException("no text for content key " + key);
        }
        insert.setInt(1, tenantId);
        insert.setObject(2, key);
        insert.setString(3, text.name());
        insert.setString(4, text.cveId());
        insert.setString(5, text.description());
        insert.setString(6, text.sourceSeverity());
        insert.setBigDecimal(7, text.scores().v2());
        insert.setBigDecimal(8, text.scores().v3());
        insert.setBigDecimal(9, text.scores().v4());
        insert.setBoolean(10, text.threat().cisaKev());
        insert.setObject(11, text.threat().exploitStatus(), Types.SMALLINT);
        insert.setString(12, text.threat().exprtRating());
        insert.setObject(13, text.scores().severity(), Types.SMALLINT);
    }

    private static Map<UUID, Long> ids(
            Connection connection, String sql, int tenantId, Collection<UUID> keys)
            throws SQLException {
        var ids = new HashMap<UUID, Long>(keys.size() * 2);
        RowsById.select(
                connection,
                sql,
                tenantId,
                keys,
                row -> ids.put(row.getObject(1, UUID.class), row.getLong(2)));
        return ids;
    }
}
