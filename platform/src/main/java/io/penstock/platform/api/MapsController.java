package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.transform.MapFault;
import io.penstock.platform.map.MapDifference;
import io.penstock.platform.map.MapEditor;
import io.penstock.platform.map.MapFile;
import io.penstock.platform.map.MapFilter;
import io.penstock.platform.map.TransformMaps;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.UUID;

/** Transform maps and their versions (S-031 to S-046). */
@RestController
class MapsController {

    private static final int ROWS_MAX = 200;

    private final TransformMaps maps;

    MapsController(TransformMaps maps) {
        this.maps = maps;
    }

    /**
     * @param next pass it as {@code after}; null on the last page
     */
    record MapsJson(List<MapJson> rows, @Nullable String next) {}

    /**
     * @param next pass it as {@code after}; null on the last page
     */
    record VersionsJson(List<MapJson> rows, @Nullable Integer next) {}

    /**
     * @param usable false when the map would be refused
     */
    record CheckJson(boolean usable, List<MapFault> faults) {}

    /**
     * The newest version of each map, the vendors' own first.
     *
     * @param name part of the name
     * @param system the vendors' own or the others only
     */
    @GetMapping("/api/v1/maps")
    MapsJson all(
            Caller caller,
            @RequestParam(required = false) @Nullable String connector,
            @RequestParam(required = false) @Nullable Boolean system,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        var size = Limits.checked(limit, ROWS_MAX);
        var filter = new MapFilter(connector, system, name);
        var from = after == null ? "" : after.toString();
        var found = maps.list(caller.tenantId(), filter, from, size);
        var next = found.size() < size ? null : found.getLast().map().toString();
        return new MapsJson(found.stream().map(MapJson::of).toList(), next);
    }

    /**
     * Make a map, also of an exported file.
     *
     * @return its first version
     */
    @PostMapping("/api/v1/maps")
    ResponseEntity<?> create(Caller caller, @RequestBody MapInput input) {
        var file = input.file();
        var name = input.name() == null ? file.name() : input.name();
        var outcome = maps.create(editor(caller, input.note()), input.connectorKey(), name, file);
        return MapAnswers.of(outcome, HttpStatus.CREATED);
    }

    /** All that is wrong with a map; nothing is stored. */
    @PostMapping("/api/v1/maps/validate")
    CheckJson validate(@RequestBody MapInput input) {
        var faults = maps.check(input.connectorKey(), input.file());
        return new CheckJson(faults.stream().noneMatch(MapFault::error), faults);
    }

    /** A version with its file; the newest unless one is named. */
    @GetMapping("/api/v1/maps/{map}")
    MapJson one(
            Caller caller,
            @PathVariable UUID map,
            @RequestParam(required = false) @Nullable Integer version) {
        return MapJson.of(maps.require(caller.tenantId(), map, version));
    }

    /** Its versions, newest first. */
    @GetMapping("/api/v1/maps/{map}/versions")
    VersionsJson versions(
            Caller caller,
            @PathVariable UUID map,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(defaultValue = "50") int limit) {
        var size = Limits.checked(limit, ROWS_MAX);
        var before = after == null ? Integer.MAX_VALUE : after;
        var found = maps.versions(caller.tenantId(), map, before, size);
        var next = found.size() < size ? null : found.getLast().version();
        return new VersionsJson(found.stream().map(MapJson::of).toList(), next);
    }

    /** What one version changes in another, row by row. */
    @GetMapping("/api/v1/maps/{map}/difference")
    MapDifference difference(
            Caller caller, @PathVariable UUID map, @RequestParam int from, @RequestParam int to) {
        return maps.difference(caller.tenantId(), map, from, to);
    }

    /**
     * Save the next version.
     *
     * @return the new version
     */
    @PutMapping("/api/v1/maps/{map}")
    ResponseEntity<?> edit(Caller caller, @PathVariable UUID map, @RequestBody MapInput input) {
        var editor = editor(caller, input.note());
        var outcome =
                maps.edit(editor, map, input.version("basedOn", input.basedOn()), input.file());
        return MapAnswers.of(outcome, HttpStatus.OK);
    }

    /**
     * A copy that can be edited.
     *
     * @return its first version
     */
    @PostMapping("/api/v1/maps/{map}/clone")
    ResponseEntity<?> copy(Caller caller, @PathVariable UUID map, @RequestBody MapInput input) {
        var from = maps.require(caller.tenantId(), map, input.version());
        var name = input.name() == null ? from.name() + " (copy)" : input.name();
        var outcome = maps.copy(editor(caller, input.note()), from, name);
        return MapAnswers.of(outcome, HttpStatus.CREATED);
    }

    /**
     * A new version equal to an old one.
     *
     * @return the new version
     */
    @PostMapping("/api/v1/maps/{map}/roll-back")
    ResponseEntity<?> rollBack(Caller caller, @PathVariable UUID map, @RequestBody MapInput input) {
        var outcome =
                maps.rollBack(
                        editor(caller, input.note()),
                        map,
                        input.version("basedOn", input.basedOn()),
                        input.version("version", input.version()));
        return MapAnswers.of(outcome, HttpStatus.OK);
    }

    /** Delete a map that no profile uses. */
    @DeleteMapping("/api/v1/maps/{map}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID map) {
        maps.delete(caller.tenantId(), map);
    }

    private static MapEditor editor(Caller caller, @Nullable String note) {
        return new MapEditor(caller.tenantId(), caller.username(), note == null ? "" : note);
    }

    /**
     * The body of the calls that write.
     *
     * @param basedOn the version an edit began from
     * @param version the version to copy or to go back to
     */
    record MapInput(
            @Nullable String connector,
            @Nullable String name,
            @Nullable String note,
            @Nullable Integer basedOn,
            @Nullable Integer version,
            @Nullable JsonNode map) {

        MapFile file() {
            if (map == null) {
                throw missing("map");
            }
            return MapFile.of(map);
        }

        String connectorKey() {
            if (connector == null) {
                throw missing("connector");
            }
            return connector;
        }

        int version(String field, @Nullable Integer value) {
            if (value == null) {
                throw missing(field);
            }
            return value;
        }

        private static FaultException missing(String field) {
            return new FaultException(
                    FaultKind.CONFIGURATION,
                    "FIELD_MISSING",
                    "The body has no '" + field + "'.",
                    "");
        }
    }
}
