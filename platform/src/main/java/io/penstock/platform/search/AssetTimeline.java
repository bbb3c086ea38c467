package io.penstock.platform.search;

import static io.penstock.platform.search.FindingRows.time;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
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

    private static final int CURSOR_MAX = 300;

    private final InventoryReader reader;

    AssetTimeline(InventoryReader reader) {
        this.reader = reader;
    }

    /** Where a page begins; nothing is newer than the first. */
    private record Place(OffsetDateTime at, String ref) {

        private static final Place FIRST =
                new Place(OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), "");
    }

    /**
     * @param asset the asset's present id
     * @param after the cursor of the last entry that was seen; empty for the newest
     * @throws FaultException MALFORMED for a cursor of no list; UNAVAILABLE when it takes too long
     */
    public List<TimelineEntry> of(int tenantId, UUID asset, String after, int limit) {
        PageLimit.check(limit, ENTRIES_MAX);
        var place = place(after);
        Map<String, Object> binds = new HashMap<>();
        binds.put("tenant", tenantId);
        binds.put("asset", asset);
        binds.put("at", place.at());
        binds.put("ref", place.ref());
        binds.put("limit", limit);
        return reader.rows(TimelineSql.ENTRIES, binds, (row, _) -> entry(row));
    }

    private static TimelineEntry entry(ResultSet row) throws SQLException {
        var at = time(row, "at");
        return new TimelineEntry(
                at,
                TimelineEntry.Kind.valueOf(row.getString("kind")),
                row.getString("sentence"),
                row.getString("note"),
                row.getString("by"),
                row.getObject("run_uuid", UUID.class),
                at + "~" + row.getString("ref"));
    }

    private static Place place(String cursor) {
        if (cursor.isEmpty()) {
            return Place.FIRST;
        }
        var cut = cursor.indexOf('~');
        try {
            if (cut > 0 && cursor.length() <= CURSOR_MAX && cursor.indexOf('\0') < 0) {
                return new Place(
                        Instant.parse(cursor.substring(0, cut)).atOffset(ZoneOffset.UTC),
                        cursor.substring(cut + 1));
            }
        } catch (DateTimeParseException e) {
            throw noCursor(e);
        }
        throw noCursor(null);
    }

    private static FaultException noCursor(@Nullable Exception cause) {
        return new FaultException(
                Fault.of(
                        FaultKind.MALFORMED,
                        "CURSOR_UNREADABLE",
                        "The parameter 'after' is not one that this list gave.",
                        "Pass the cursor of the last entry."),
                cause);
    }
}
