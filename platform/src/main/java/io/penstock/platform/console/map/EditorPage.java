package io.penstock.platform.console.map;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.transform.MapDraft;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.console.map.EditorActions.Saving;
import io.penstock.platform.map.DataModels;
import io.penstock.platform.map.TransformMaps;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.UUID;

/**
 * The editor of transform maps (S-035 to S-045). Its buttons work without scripts; with them only
 * the part that changes is exchanged.
 */
@Controller
class EditorPage {

    private static final String PAGE = "map-editor";

    private final TransformMaps maps;
    private final DataModels models;
    private final Catalogue catalogue;
    private final EditorActions actions;
    private final EditorViews views;

    EditorPage(
            TransformMaps maps,
            DataModels models,
            Catalogue catalogue,
            EditorActions actions,
            EditorViews views) {
        this.maps = maps;
        this.models = models;
        this.catalogue = catalogue;
        this.actions = actions;
        this.views = views;
    }

    @GetMapping("/maps/new")
    String blank(
            Caller caller,
            @RequestParam(defaultValue = "") String connector,
            @RequestParam(defaultValue = "") String back,
            Model page) {
        var chosen =
                catalogue
                        .find(connector)
                        .or(() -> catalogue.connectors().stream().findFirst())
                        .orElseThrow(EditorPage::nothingInstalled);
        var model = models.source(chosen.key());
        var head =
                new EditorForm.Head(null, chosen.key(), "", 0, "", BackPath.checked(back), false);
        var draft = new MapDraft("", 1, model.name(), TargetAttribute.MODEL, List.of());
        return show(caller, form(head, draft, EditorActions.firstStream(model)), page);
    }

    @GetMapping("/maps/{map}/edit")
    String present(
            Caller caller,
            @PathVariable UUID map,
            @RequestParam(defaultValue = "") String back,
            Model page) {
        var stored = maps.require(caller.tenantId(), map, null);
        if (maps.gone(caller.tenantId(), map)) {
            throw new FaultException(
                    FaultKind.NOT_FOUND,
                    "MAP_DELETED",
                    "The map '" + stored.name() + "' was deleted.",
                    "Clone one of its versions to go on with it.");
        }
        var from = BackPath.checked(back);
        if (stored.system()) {
            return "redirect:/maps/" + map + "/clone" + BackPath.query(from);
        }
        var head =
                new EditorForm.Head(
                        map, stored.connector(), stored.name(), stored.version(), "", from, false);
        var model = models.source(stored.connector());
        var draft = EditorForm.draft(stored.body());
        return show(caller, form(head, draft, EditorActions.firstStream(model)), page);
    }

    @PostMapping("/maps/new")
    String actOnNew(
            Caller caller,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            HttpServletResponse response,
            Model page) {
        return act(new Press(caller, null, fields, part), response, page);
    }

    @PostMapping("/maps/{map}/edit")
    String act(
            Caller caller,
            @PathVariable UUID map,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            HttpServletResponse response,
            Model page) {
        return act(new Press(caller, map, fields, part), response, page);
    }

    /**
     * One press of a button.
     *
     * @param part true when only the part that changes is wanted
     */
    private record Press(
            Caller caller, @Nullable UUID map, MultiValueMap<String, String> fields, boolean part) {

        EditorForm form() {
            return EditorForm.read(map, fields);
        }
    }

    private String act(Press press, HttpServletResponse response, Model page) {
        var tenant = press.caller().tenantId();
        var form = actions.fitted(press.form());
        var action = EditorAction.of(EditorForm.text(press.fields(), "action"));
        if (action.name().equals("save")) {
            return save(press, form, response, page);
        }
        if (action.name().equals("look")) {
            page.addAttribute("step", actions.checked(form));
            return PAGE + " :: look";
        }
        var newCall = EditorForm.text(press.fields(), "newCall");
        views.fill(tenant, actions.act(tenant, form, action, newCall), page);
        return press.part() ? PAGE + " :: work" : PAGE;
    }

    private String save(Press press, EditorForm form, HttpServletResponse response, Model page) {
        return switch (actions.save(press.caller(), form)) {
            case Saving.Done(var saved) -> "redirect:" + BackPath.after(form.head().back(), saved);
            case Saving.Refused(var problem, var status, var moved) -> {
                response.setStatus(status);
                var tenant = press.caller().tenantId();
                views.fill(tenant, EditorStep.refused(form, problem, ""), page);
                if (moved && press.map() != null) {
                    var newest = maps.require(tenant, press.map(), null).version();
                    page.addAttribute("newest", newest);
                }
                yield PAGE;
            }
        };
    }

    private String show(Caller caller, EditorForm form, Model page) {
        views.fill(caller.tenantId(), EditorStep.quiet(form), page);
        return PAGE;
    }

    private static EditorForm form(EditorForm.Head head, MapDraft draft, String stream) {
        var sample = new EditorForm.Sample("", stream, "");
        return new EditorForm(head, draft, "", RowForm.blank(stream), sample);
    }

    private static FaultException nothingInstalled() {
        return new FaultException(
                FaultKind.NOT_FOUND,
                "CONNECTOR_NONE",
                "No connector is installed, so there is nothing to map.",
                "Add a vendor package to the platform's class path and start it again.");
    }
}
