package io.penstock.platform.console.wizard;

import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.catalogue.PermissionTables;
import io.penstock.platform.connector.ConnectionScope.AssetType;
import io.penstock.platform.connector.ConnectionScope.Direction;
import io.penstock.platform.connector.ConnectionScope.FindingsType;
import io.penstock.platform.security.Caller;
import io.penstock.source.SourceDescriptor;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Map;
import java.util.UUID;

/** Basic Details (S-016 to S-027); the first form that is sent begins the draft. */
@Controller
class BasicDetailsStep {

    private static final Step STEP = Step.BASIC_DETAILS;
    private static final String NEW = "/connections/new";
    private static final String DRAFT = NEW + "/{draft}/basic-details";

    private final Catalogue catalogue;
    private final PermissionTables permissions;
    private final Drafting drafting;
    private final BasicFields fields;
    private final Originals originals;
    private final StepDesk desk;

    BasicDetailsStep(
            Catalogue catalogue,
            PermissionTables permissions,
            Drafting drafting,
            BasicFields fields,
            Originals originals,
            StepDesk desk) {
        this.catalogue = catalogue;
        this.permissions = permissions;
        this.drafting = drafting;
        this.fields = fields;
        this.originals = originals;
        this.desk = desk;
    }

    /** A form with nothing in it; no draft is begun by looking at it. */
    @GetMapping(NEW)
    String blank(
            Caller caller,
            @RequestParam(defaultValue = "") String connector,
            HttpSession session,
            Model model) {
        var chosen =
                catalogue
                        .find(connector)
                        .or(() -> catalogue.connectors().stream().findFirst())
                        .orElse(null);
        if (chosen == null) {
            return "wizard/no-connector";
        }
        model.addAttribute("others", Drafts.of(session).all());
        return begin(drafting.blank(caller.tenantId(), chosen), chosen, model);
    }

    @GetMapping("/connections/{uuid}/clone")
    String copy(Caller caller, @PathVariable UUID uuid, Model model) {
        var original = originals.require(caller, uuid);
        model.addAttribute("original", original.connection());
        return begin(
                drafting.copy(original.connection(), original.connector()),
                original.connector(),
                model);
    }

    private String begin(Draft draft, SourceDescriptor connector, Model model) {
        desk.show(draft, STEP, NEW, model);
        return page(connector, model);
    }

    /**
     * @param from the connection that is cloned, or null
     */
    @PostMapping(NEW)
    String begun(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID from,
            @RequestParam Map<String, String> typed,
            HttpSession session,
            HttpServletResponse response,
            Model model) {
        Draft draft;
        if (from != null) {
            var original = originals.require(caller, from);
            draft = drafting.copy(original.connection(), original.connector());
        } else {
            draft = drafting.blank(caller.tenantId(), chosen(typed));
        }
        return save(caller, draft, typed, Drafts.of(session), response, model);
    }

    @GetMapping(DRAFT)
    String show(@PathVariable UUID draft, HttpSession session, Model model) {
        var present = Drafts.of(session).require(draft);
        desk.show(present, STEP, model);
        return page(originals.connector(present.basics().connector()), model);
    }

    @PostMapping(DRAFT)
    String saved(
            Caller caller,
            @PathVariable UUID draft,
            @RequestParam Map<String, String> typed,
            HttpSession session,
            HttpServletResponse response,
            Model model) {
        var drafts = Drafts.of(session);
        return save(caller, drafts.require(draft), typed, drafts, response, model);
    }

    /** Another connector asks for other things, so the form is shown again with its own. */
    private String save(
            Caller caller,
            Draft draft,
            Map<String, String> typed,
            Drafts drafts,
            HttpServletResponse response,
            Model model) {
        var chosen = chosen(typed);
        var before = originals.connector(draft.basics().connector());
        var read = fields.read(draft, before, typed);
        if (!chosen.key().equals(before.key())) {
            var moved = drafting.moved(caller.tenantId(), read, chosen);
            drafts.keep(moved);
            return "redirect:" + moved.address(STEP);
        }
        drafts.keep(read);
        return desk.leave(caller, read, STEP, StepDesk.way(typed), response, model)
                .orElseGet(() -> {
                    desk.show(read, STEP, model);
                    return page(chosen, model);
                });
    }

    private SourceDescriptor chosen(Map<String, String> typed) {
        return originals.connector(typed.getOrDefault("connector", ""));
    }

    private String page(SourceDescriptor connector, Model model) {
        model.addAttribute("connectors", catalogue.connectors());
        model.addAttribute("connector", connector);
        model.addAttribute("permissions", permissions.of(connector.key()));
        model.addAttribute("findingsTypes", FindingsType.values());
        model.addAttribute("assetTypes", AssetType.values());
        model.addAttribute("directions", Direction.values());
        return "wizard/basic-details";
    }
}
