package io.penstock.platform.search;

import static io.penstock.platform.search.FindingRows.time;

import io.penstock.core.schema.TargetAttribute;
import io.penstock.platform.search.FindingLineage.RecordOrigin;
import io.penstock.platform.search.FindingLineage.RunOrigin;
import io.penstock.platform.search.FindingLineage.ValueOrigin;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Follows the values of a finding back to record, run and version of the map. */
@Component
public class FindingLineages {

    private final InventoryReader reader;

    FindingLineages(InventoryReader reader) {
        this.reader = reader;
    }

    /** One row, as it stands for the finding or for a record of it. */
    private record Said(Map<String, String> values, RecordOrigin origin) {}

    /**
     * @param finding its present id
     */
    public Optional<FindingLineage> of(int tenantId, UUID finding) {
        var binds = Map.of("tenant", tenantId, "finding", finding);
        var records = reader.rows(LineageSql.RECORDS, binds, (row, _) -> said(row));
        return reader.rows(LineageSql.FINDING, binds, (row, _) -> said(row)).stream()
                .findFirst()
                .map(shown ->
                        new FindingLineage(
                                finding,
                                records.stream().map(Said::origin).toList(),
                                values(shown, records)));
    }

    private static List<ValueOrigin> values(Said shown, List<Said> records) {
        return shown.values().entrySet().stream()
                .filter(value -> !value.getValue().isEmpty())
                .map(value ->
                        new ValueOrigin(
                                value.getKey(),
                                label(value.getKey()),
                                value.getValue(),
                                first(value, records)))
                .toList();
    }

    private static @Nullable UUID first(Map.Entry<String, String> value, List<Said> records) {
        return records.stream()
                .filter(record ->
                        value.getValue().equals(record.values().getOrDefault(value.getKey(), "")))
                .map(record -> record.origin().record())
                .findFirst()
                .orElse(null);
    }

    private static String label(String key) {
        return TargetAttribute.find(key).map(TargetAttribute::label).orElse(key);
    }

    private static Said said(ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, String>();
        for (var attribute : LineageSql.ATTRIBUTES) {
            var value = row.getString("a_" + attribute.key().toLowerCase(Locale.ROOT));
            values.put(attribute.key(), value == null ? "" : value);
        }
        return new Said(values, origin(row));
    }

    private static RecordOrigin origin(ResultSet row) throws SQLException {
        return new RecordOrigin(
                row.getObject("record_id", UUID.class),
                row.getString("connection"),
                row.getObject("connection_uuid", UUID.class),
                row.getString("external_finding_id"),
                time(row, "changed_at"),
                run(row, "made"),
                run(row, "changed"));
    }

    private static @Nullable RunOrigin run(ResultSet row, String which) throws SQLException {
        @Nullable UUID run = row.getObject(which + "_run", UUID.class);
        return run == null
                ? null
                : new RunOrigin(
                        run,
                        row.getString(which + "_kind"),
                        time(row, which + "_opened"),
                        row.getString(which + "_map"),
                        row.getInt(which + "_version"));
    }
}
