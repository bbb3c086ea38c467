package io.penstock.platform.console.map;

import io.penstock.core.fault.FaultException;
import io.penstock.core.transform.MapFault;
import io.penstock.platform.api.FaultStatus;
import io.penstock.platform.connector.ProfileMaps;
import io.penstock.platform.map.MapEditor;
import io.penstock.platform.map.MapVersion;
import io.penstock.platform.map.SaveOutcome;
import io.penstock.platform.map.TransformMaps;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.UUID;

/** Cloning a map (S-034), going back to an old version, deleting. */
@Controller
class MapChanges {

    private final TransformMaps maps;
    private final ProfileMaps profiles;

    MapChanges(TransformMaps maps, ProfileMaps profiles) {
        this.maps = maps;
        this.profiles = profiles;
    }

    @GetMapping("/maps/{map}/clone")
    String cloneForm(
            Caller caller,
            @PathVariable UUID map,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "") String back,
            Model page) {
        var from = maps.require(caller.tenantId(), map, version);
        return cloneForm(page, from, copyName(from), BackPath.checked(back), List.of(), "");
    }

    @PostMapping("/maps/{map}/clone")
    String copy(
            Caller caller,
            @PathVariable UUID map,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String back,
            HttpServletResponse response,
            Model page) {
        var from = maps.require(caller.tenantId(), map, version);
        var way = BackPath.checked(back);
        var editor =
                new MapEditor(
                        caller.tenantId(),
                        caller.username(),
                        "Cloned from '%s', version %d.".formatted(from.name(), version));
        try {
            return switch (maps.copy(editor, from, name)) {
                case SaveOutcome.Saved(var made) ->
                        "redirect:/maps/" + made.map() + "/edit" + BackPath.query(way);
                case SaveOutcome.Refused(var faults) -> {
                    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                    yield cloneForm(page, from, name, way, faults, "");
                }
            };
        } catch (FaultException e) {
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            return cloneForm(page, from, name, way, List.of(), e.fault().sentence());
        }
    }

    @GetMapping("/maps/{map}/roll-back")
    String rollBackForm(
            Caller caller, @PathVariable UUID map, @RequestParam int version, Model page) {
        return rollBackForm(caller, map, version, new Refusal(List.of(), "", ""), page);
    }

    /** Why a roll-back was refused, and what was typed. */
    private record Refusal(List<MapFault> faults, String problem, String note) {}

    @PostMapping("/maps/{map}/roll-back")
    String rollBack(
            Caller caller,
            @PathVariable UUID map,
            @RequestParam int version,
            @RequestParam int basedOn,
            @RequestParam(defaultValue = "") String note,
            HttpServletResponse response,
            Model page) {
        try {
            var why = note.isBlank() ? "Back to version %d.".formatted(version) : note;
            var editor = new MapEditor(caller.tenantId(), caller.username(), why);
            return switch (maps.rollBack(editor, map, basedOn, version)) {
                case SaveOutcome.Saved(var saved) -> "redirect:/maps/" + saved.map();
                case SaveOutcome.Refused(var faults) -> {
                    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                    yield rollBackForm(caller, map, version, new Refusal(faults, "", note), page);
                }
            };
        } catch (FaultException e) {
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            var refusal = new Refusal(List.of(), e.fault().sentence(), note);
            return rollBackForm(caller, map, version, refusal, page);
        }
    }

    @GetMapping("/maps/{map}/delete")
    String deleteForm(Caller caller, @PathVariable UUID map, Model page) {
        page.addAttribute("map", maps.require(caller.tenantId(), map, null));
        page.addAttribute("gone", maps.gone(caller.tenantId(), map));
        page.addAttribute("uses", profiles.uses(caller.tenantId(), List.of(map)));
        return "map-delete";
    }

    @PostMapping("/maps/{map}/delete")
    String delete(Caller caller, @PathVariable UUID map) {
        maps.delete(caller.tenantId(), map);
        return "redirect:/maps";
    }

    private static String cloneForm(
            Model page,
            MapVersion from,
            String name,
            String back,
            List<MapFault> faults,
            String problem) {
        page.addAttribute("map", from);
        page.addAttribute("name", name);
        page.addAttribute("back", back);
        page.addAttribute("faults", faults);
        page.addAttribute("problem", problem);
        return "map-clone";
    }

    private String rollBackForm(Caller caller, UUID map, int version, Refusal refusal, Model page) {
        var newest = maps.require(caller.tenantId(), map, null);
        page.addAttribute("map", newest);
        page.addAttribute("old", maps.require(caller.tenantId(), map, version));
        var difference = maps.difference(caller.tenantId(), map, newest.version(), version);
        page.addAttribute("difference", DifferenceView.of(difference));
        page.addAttribute("refusal", refusal);
        return "map-roll-back";
    }

    /** A name that the store takes, however long the first one is. */
    private static String copyName(MapVersion from) {
        var most = 190;
        var name = from.name();
        var cut = name.length() <= most ? name : name.substring(0, most).strip();
        return cut + " (copy)";
    }
}
