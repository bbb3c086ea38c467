package io.penstock.platform.console.map;

import io.penstock.core.transform.MapFault;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.connector.ProfileMaps;
import io.penstock.platform.console.frame.KeyPaging;
import io.penstock.platform.map.DataModels;
import io.penstock.platform.map.MapFile;
import io.penstock.platform.map.MapFilter;
import io.penstock.platform.map.MapVersion;
import io.penstock.platform.map.TransformMaps;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Looking at transform maps (S-032, S-033): the list, one map, its versions, its file. */
@Controller
class MapPages {

    private static final int PAGE = 50;
    private static final int NAME_MAX = 200;
    private static final int KEY_MAX = 60;

    private final TransformMaps maps;
    private final DataModels models;
    private final Catalogue catalogue;
    private final ProfileMaps profiles;

    MapPages(TransformMaps maps, DataModels models, Catalogue catalogue, ProfileMaps profiles) {
        this.maps = maps;
        this.models = models;
        this.catalogue = catalogue;
        this.profiles = profiles;
    }

    /**
     * A line of the list.
     *
     * @param source the source model's name; empty when the connector is gone
     */
    record Listed(MapVersion map, String connector, String source, List<ProfileMaps.Use> uses) {}

    @GetMapping("/maps")
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") List<String> trail,
            Model page) {
        var name = query.length() > NAME_MAX ? query.substring(0, NAME_MAX) : query;
        var key = after.length() > KEY_MAX ? "" : after;
        var filter = new MapFilter(null, null, name.strip());
        var found = maps.list(caller.tenantId(), filter, key, PAGE + 1);
        var paging = new KeyPaging("/maps", Map.of("query", name), key, trail);
        var shown = paging.show(found, PAGE, one -> one.map().toString(), page);
        page.addAttribute("maps", listed(caller.tenantId(), shown));
        page.addAttribute("query", name);
        return "maps";
    }

    @GetMapping("/maps/{map}")
    String one(
            Caller caller,
            @PathVariable UUID map,
            @RequestParam(required = false) @Nullable Integer version,
            Model page) {
        var shown = maps.require(caller.tenantId(), map, version);
        var draft = EditorForm.draft(shown.body());
        var faults = faults(shown);
        page.addAttribute("map", shown);
        page.addAttribute("draft", draft);
        page.addAttribute("newest", maps.require(caller.tenantId(), map, null).version());
        page.addAttribute("gone", maps.gone(caller.tenantId(), map));
        page.addAttribute("streams", RowView.byStream(RowView.of(draft, faults)));
        page.addAttribute("errors", faults.stream().filter(MapFault::error).toList());
        page.addAttribute("installed", installed(shown));
        page.addAttribute("connector", connector(shown));
        page.addAttribute("uses", profiles.uses(caller.tenantId(), List.of(map)));
        return "map";
    }

    @GetMapping("/maps/{map}/versions")
    String versions(
            Caller caller,
            @PathVariable UUID map,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") List<String> trail,
            Model page) {
        var newest = maps.require(caller.tenantId(), map, null);
        var before = EditorForm.whole(after);
        var found =
                maps.versions(
                        caller.tenantId(), map, before > 0 ? before : Integer.MAX_VALUE, PAGE + 1);
        var key = before > 0 ? String.valueOf(before) : "";
        var paging = new KeyPaging("/maps/" + map + "/versions", Map.of(), key, trail);
        page.addAttribute("map", newest);
        page.addAttribute("gone", maps.gone(caller.tenantId(), map));
        page.addAttribute(
                "versions", paging.show(found, PAGE, one -> String.valueOf(one.version()), page));
        return "map-versions";
    }

    @GetMapping("/maps/{map}/difference")
    String difference(
            Caller caller,
            @PathVariable UUID map,
            @RequestParam int from,
            @RequestParam int to,
            Model page) {
        page.addAttribute("map", maps.require(caller.tenantId(), map, null));
        var difference = maps.difference(caller.tenantId(), map, from, to);
        page.addAttribute("difference", DifferenceView.of(difference));
        page.addAttribute("before", maps.require(caller.tenantId(), map, from));
        page.addAttribute("later", maps.require(caller.tenantId(), map, to));
        return "map-difference";
    }

    /** The file, one row a line, as import takes it. */
    @GetMapping("/maps/{map}/export")
    ResponseEntity<byte[]> export(
            Caller caller,
            @PathVariable UUID map,
            @RequestParam(required = false) @Nullable Integer version) {
        var shown = maps.require(caller.tenantId(), map, version);
        var name = shown.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        var file = "%s.v%d.json".formatted(name, shown.version());
        var attachment =
                ContentDisposition.attachment().filename(file, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(shown.file().getBytes(StandardCharsets.UTF_8));
    }

    private List<Listed> listed(int tenantId, List<MapVersion> found) {
        var uses = profiles.uses(tenantId, found.stream().map(MapVersion::map).toList());
        return found.stream()
                .map(map ->
                        new Listed(
                                map,
                                connector(map),
                                installed(map) ? models.source(map.connector()).name() : "",
                                uses.stream().filter(use -> use.map().equals(map.map())).toList()))
                .toList();
    }

    private List<MapFault> faults(MapVersion map) {
        return installed(map) ? maps.check(map.connector(), MapFile.read(map.body())) : List.of();
    }

    private boolean installed(MapVersion map) {
        return catalogue.find(map.connector()).isPresent();
    }

    private String connector(MapVersion map) {
        return catalogue.find(map.connector()).map(one -> one.label()).orElse(map.connector());
    }
}
