package io.penstock.platform.console.map;

import io.penstock.core.fault.FaultException;
import io.penstock.core.transform.MapFault;
import io.penstock.platform.api.FaultStatus;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.map.MapEditor;
import io.penstock.platform.map.MapFile;
import io.penstock.platform.map.SaveOutcome;
import io.penstock.platform.map.TransformMaps;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/** Makes a map of an exported file. */
@Controller
class MapImport {

    private final TransformMaps maps;
    private final Catalogue catalogue;

    MapImport(TransformMaps maps, Catalogue catalogue) {
        this.maps = maps;
        this.catalogue = catalogue;
    }

    /**
     * What was typed.
     *
     * @param name empty for the one in the file
     */
    record Typed(String connector, String name, String note, String text) {}

    @GetMapping("/maps/import")
    String form(@RequestParam(defaultValue = "") String connector, Model page) {
        return form(page, new Typed(connector, "", "", ""), List.of(), "");
    }

    @PostMapping("/maps/import")
    String take(
            Caller caller,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model page) {
        var typed =
                new Typed(
                        EditorForm.text(fields, "connector"),
                        EditorForm.text(fields, "name"),
                        EditorForm.text(fields, "note"),
                        EditorForm.file(fields));
        try {
            var file = MapFile.read(typed.text());
            var name = typed.name().isBlank() ? file.name() : typed.name();
            var editor = new MapEditor(caller.tenantId(), caller.username(), typed.note());
            return switch (maps.create(editor, typed.connector(), name, file)) {
                case SaveOutcome.Saved(var made) -> "redirect:/maps/" + made.map();
                case SaveOutcome.Refused(var faults) -> {
                    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                    yield form(page, typed, faults, "");
                }
            };
        } catch (FaultException e) {
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            return form(page, typed, List.of(), e.fault().sentence());
        }
    }

    private String form(Model page, Typed typed, List<MapFault> faults, String problem) {
        page.addAttribute("connectors", catalogue.connectors());
        page.addAttribute("typed", typed);
        page.addAttribute("faults", faults);
        page.addAttribute("problem", problem);
        return "map-import";
    }
}
