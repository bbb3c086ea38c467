package io.penstock.platform.map;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.transform.MapFault;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.connector.ProfileMaps;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * The transform maps of all tenants (S-031 to S-046). An edit is a new version; two people who edit
 * at once are told apart by the version they began from.
 */
@Component
public class TransformMaps {

    /** More than a choice is good for; the list of maps has a search. */
    public static final int CHOICES_MAX = 200;

    /** More edits of one map than a person makes. */
    static final int VERSIONS_MAX = 10_000;

    static final int NOTE_MAX = 2_000;

    private final MapRows rows;
    private final MapChecks checks;
    private final Catalogue catalogue;
    private final ProfileMaps profiles;
    private final Clock clock;

    TransformMaps(
            MapRows rows,
            MapChecks checks,
            Catalogue catalogue,
            ProfileMaps profiles,
            Clock clock) {
        this.rows = rows;
        this.checks = checks;
        this.catalogue = catalogue;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** The newest version of each map without its body: the vendors' own first, then by name. */
    public List<MapVersion> list(int tenantId, MapFilter filter, String after, int limit) {
        return rows.newest(tenantId, filter, after, limit);
    }

    /**
     * What a profile of a connector may have: the newest version of each map, the vendor's own
     * first, at most {@value #CHOICES_MAX}.
     */
    public List<MapVersion> choices(int tenantId, String connector) {
        return list(tenantId, new MapFilter(connector, null, ""), "", CHOICES_MAX);
    }

    /** Newest first, without bodies. */
    public List<MapVersion> versions(int tenantId, UUID map, int before, int limit) {
        require(tenantId, map, null);
        return rows.versions(tenantId, map, before, limit);
    }

    /**
     * @param version null for the newest
     * @throws FaultException NOT_FOUND
     */
    public MapVersion require(int tenantId, UUID map, @Nullable Integer version) {
        return rows.find(tenantId, map, version).orElseThrow(() -> unknown(map, version));
    }

    /** True when it was deleted; runs still name its versions. */
    public boolean gone(int tenantId, UUID map) {
        return !rows.living(tenantId, map);
    }

    /** What the second version changes in the first. */
    public MapDifference difference(int tenantId, UUID map, int from, int to) {
        return MapDifference.between(require(tenantId, map, from), require(tenantId, map, to));
    }

    /** All that is wrong with a map for the connector, nothing stored. */
    public List<MapFault> check(String connector, MapFile draft) {
        requireConnector(connector);
        return checks.of(connector, draft.checkable()).faults();
    }

    /**
     * Stores the first version of a new map.
     *
     * @throws FaultException CONFLICT when the name is taken
     */
    @Transactional
    public SaveOutcome create(MapEditor editor, String connector, String typed, MapFile draft) {
        var name = MapFile.checkedName(typed);
        var faults = errors(connector, draft);
        return faults.isEmpty()
                ? store(editor, UUID.randomUUID(), connector, name, 1, draft)
                : new SaveOutcome.Refused(faults);
    }

    /** A copy that can be edited (S-034); a system map stays as it is. */
    @Transactional
    public SaveOutcome copy(MapEditor editor, MapVersion from, String typed) {
        return create(editor, from.connector(), typed, MapFile.read(from.body()));
    }

    /**
     * Stores the next version.
     *
     * @param basedOn the version the editor began from
     * @throws FaultException CONFLICT when another was saved meanwhile, or the map is a vendor's
     */
    @Transactional
    public SaveOutcome edit(MapEditor editor, UUID map, int basedOn, MapFile draft) {
        var newest = rows.lockNewest(editor.tenantId(), map).orElseThrow(() -> unknown(map, null));
        var present = require(editor.tenantId(), map, newest);
        requireOwn(present);
        requireCurrent(present, basedOn);
        var faults = errors(present.connector(), draft);
        if (!faults.isEmpty()) {
            return new SaveOutcome.Refused(faults);
        }
        return store(editor, map, present.connector(), present.name(), newest + 1, draft);
    }

    /** A new version equal to an old one; the ones between stay in the history. */
    @Transactional
    public SaveOutcome rollBack(MapEditor editor, UUID map, int basedOn, int version) {
        var old = require(editor.tenantId(), map, version);
        return edit(editor, map, basedOn, MapFile.read(old.body()));
    }

    /**
     * @throws FaultException CONFLICT while a profile uses it, or when it is a vendor's
     */
    @Transactional
    public void delete(int tenantId, UUID map) {
        var newest = rows.lockNewest(tenantId, map).orElseThrow(() -> unknown(map, null));
        var present = require(tenantId, map, newest);
        requireOwn(present);
        var users = profiles.users(tenantId, map);
        if (!users.isEmpty()) {
            throw conflict(
                    "MAP_IN_USE",
                    "The map '"
                            + present.name()
                            + "' is used by "
                            + users.size()
                            + " connections, first '"
                            + users.getFirst()
                            + "'.",
                    "Choose another map for their profiles first.");
        }
        rows.delete(tenantId, map);
    }

    private List<MapFault> errors(String connector, MapFile draft) {
        return check(connector, draft).stream().filter(MapFault::error).toList();
    }

    private SaveOutcome store(
            MapEditor editor, UUID map, String connector, String name, int version, MapFile draft) {
        if (version > VERSIONS_MAX) {
            throw conflict(
                    "MAP_VERSIONS",
                    "The map '" + name + "' has " + VERSIONS_MAX + " versions, the most there are.",
                    "Clone it under another name.");
        }
        var saved = new MapVersion.Saved(editor.name(), clock.instant(), editor.note());
        var body = draft.body(name, version);
        var stored = new MapVersion(map, connector, name, version, false, saved, body);
        try {
            rows.insert(editor.tenantId(), stored);
        } catch (DuplicateKeyException e) {
            throw conflict(
                    "MAP_NAME_TAKEN",
                    "Another map of the connector is named '" + name + "' already.",
                    "Choose another name.");
        }
        profiles.follow(editor.tenantId(), map);
        return new SaveOutcome.Saved(require(editor.tenantId(), map, version));
    }

    private void requireConnector(String key) {
        if (catalogue.find(key).isEmpty()) {
            throw new FaultException(
                    FaultKind.NOT_FOUND,
                    "CONNECTOR_UNKNOWN",
                    "The catalogue has no connector '" + key + "'.",
                    "GET /api/v1/connectors lists the known ones.");
        }
    }

    private static void requireOwn(MapVersion map) {
        if (map.system()) {
            throw conflict(
                    "MAP_OF_VENDOR",
                    "The map '" + map.name() + "' came with the connector and stays as it is.",
                    "Clone it and edit the copy.");
        }
    }

    private static void requireCurrent(MapVersion map, int basedOn) {
        if (map.version() != basedOn) {
            throw conflict(
                    "MAP_MOVED_ON",
                    "The map '"
                            + map.name()
                            + "' has version "
                            + map.version()
                            + " by "
                            + (map.saved().by().isEmpty() ? "the system" : map.saved().by())
                            + "; this edit began from version "
                            + basedOn
                            + ".",
                    "Look at the difference and edit the newest version.");
        }
    }

    private static FaultException conflict(String code, String sentence, String hint) {
        return new FaultException(FaultKind.CONFLICT, code, sentence, hint);
    }

    private static FaultException unknown(UUID map, @Nullable Integer version) {
        var what = version == null ? "no map " + map : "no version " + version + " of map " + map;
        return new FaultException(
                FaultKind.NOT_FOUND,
                "MAP_UNKNOWN",
                "There is " + what + ".",
                "GET /api/v1/maps lists the known ones.");
    }
}
