package io.penstock.platform.search;

import static io.penstock.platform.search.FindingRows.time;

import io.penstock.core.fault.FaultException;

import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What happened to an asset, newest first: its identity, decisions, score and tags one by one, its
 * findings summed up by run.
 */
@Component
public class AssetTimeline {

    /** Most entries of one page. */
    public static final int ENTRIES_MAX = 200;

    private final InventoryReader reader;

    AssetTimeline(InventoryReader reader) {
        this.reader = reader;
    }

    /** Where a page begins; nothing is newer than the first. */
    private record Place(OffsetDateTime at, String ref) {

        private static final Place FIRST =
                new Place(OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), "");

        static Place of(List<String> parts) {
            return new Place(Cursor.time(parts.get(0)), parts.get(1));
        }
    }

    /**
     * @param asset the asset's present id
     * @param after the cursor of the last entry that was seen; empty for the newest
     * @throws FaultException CONFIGURATION for a wrong limit or cursor; UNAVAILABLE when it takes
     *     too long
     */
    public List<TimelineEntry> of(int tenantId, UUID asset, String after, int limit) {
        PageLimit.check(limit, ENTRIES_MAX);
        var place = Cursor.read(after, bound(asset), 2, Place::of).orElse(Place.FIRST);
        Map<String, Object> binds = new HashMap<>();
        binds.put("tenant", tenantId);
        binds.put("asset", asset);
        binds.put("at", place.at());
        binds.put("ref", place.ref());
        binds.put("limit", limit);
        return reader.rows(TimelineSql.ENTRIES, binds, (row, _) -> entry(asset, row));
    }

    private static TimelineEntry entry(UUID asset, ResultSet row) throws SQLException {
        var at = time(row, "at");
        return new TimelineEntry(
                at,
                TimelineEntry.Kind.valueOf(row.getString("kind")),
                row.getString("sentence"),
                row.getString("note"),
                row.getString("by"),
                row.getObject("run_uuid", UUID.class),
                Cursor.write(bound(asset), List.of(at.toString(), row.getString("ref"))));
    }

    private static String bound(UUID asset) {
        return "timeline " + asset;
    }
}
