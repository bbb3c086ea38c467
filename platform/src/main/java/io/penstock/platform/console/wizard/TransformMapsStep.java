package io.penstock.platform.console.wizard;

import io.penstock.platform.map.TransformMaps;
import io.penstock.platform.security.Caller;

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

/** Transform Maps (S-031 to S-036): which map the profiles begin with. */
@Controller
class TransformMapsStep {

    private static final Step STEP = Step.TRANSFORM_MAPS;
    private static final String PATH = "/connections/new/{draft}/transform-maps";

    private final TransformMaps maps;
    private final StepDesk desk;

    TransformMapsStep(TransformMaps maps, StepDesk desk) {
        this.maps = maps;
        this.desk = desk;
    }

    /**
     * @param map what the pages of maps say was saved there; it is marked, and chosen with Next
     */
    @GetMapping(PATH)
    String show(
            Caller caller,
            @PathVariable UUID draft,
            @RequestParam(required = false) @Nullable UUID map,
            HttpSession session,
            Model model) {
        var present = Drafts.of(session).require(draft);
        return page(caller, present, map == null ? present.map() : map, model);
    }

    @PostMapping(PATH)
    String save(
            Caller caller,
            @PathVariable UUID draft,
            @RequestParam(required = false) @Nullable UUID map,
            @RequestParam Map<String, String> fields,
            HttpSession session,
            HttpServletResponse response,
            Model model) {
        var drafts = Drafts.of(session);
        var present = drafts.require(draft);
        var changed = map == null || map.equals(present.map()) ? present : present.withMap(map);
        var left = desk.leave(caller, changed, STEP, StepDesk.way(fields), response, model);
        left.ifPresent(_ -> drafts.keep(changed));
        return left.orElseGet(() -> page(caller, present, present.map(), model));
    }

    private String page(Caller caller, Draft draft, UUID chosen, Model model) {
        var connector = draft.basics().connector();
        desk.show(draft, STEP, model);
        model.addAttribute("maps", maps.choices(caller.tenantId(), connector));
        model.addAttribute("chosen", chosen);
        model.addAttribute("shown", TransformMaps.CHOICES_MAX);
        return "wizard/transform-maps";
    }
}
