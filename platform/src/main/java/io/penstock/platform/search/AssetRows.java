package io.penstock.platform.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The asset's own columns of a list row. */
final class AssetRows {

    private AssetRows() {}

    /** A row before its sources and findings are counted. */
    record Plain(
            UUID id,
            String name,
            String folded,
            String operatingSystem,
            List<String> addresses,
            State state) {

        AssetRow with(List<String> sources, Map<Integer, Long> open) {
            return new AssetRow(
                    id,
                    name,
                    operatingSystem,
                    addresses,
                    sources,
                    state.criticality(),
                    state.score(),
                    state.firstSeen(),
                    state.lastSeen(),
                    state.minimal(),
                    open);
        }
    }

    record State(
            int criticality, int score, Instant firstSeen, Instant lastSeen, boolean minimal) {}

    static Plain plain(ResultSet row, int number) throws SQLException {
        return new Plain(
                row.getObject("asset_id", UUID.class),
                row.getString("name"),
                row.getString("folded"),
                row.getString("operating_system"),
                texts(row, "ip_addresses"),
                new State(
                        row.getInt("criticality"),
                        row.getInt("score"),
                        FindingRows.time(row, "first_seen"),
                        FindingRows.time(row, "last_seen"),
                        row.getBoolean("minimal")));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
