package io.penstock.platform.console.wizard;

import io.penstock.platform.connector.Profiles;
import io.penstock.platform.map.TransformMaps;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Profile (S-047 to S-055): one or more, without a schedule. */
@Controller
class ProfileStep {

    private static final Step STEP = Step.PROFILE;
    private static final String PATH = "/connections/new/{draft}/profile";
    private static final String ADD = "add";
    private static final String REMOVE = "remove.";

    private final TransformMaps maps;
    private final StepDesk desk;

    ProfileStep(TransformMaps maps, StepDesk desk) {
        this.maps = maps;
        this.desk = desk;
    }

    @GetMapping(PATH)
    String show(Caller caller, @PathVariable UUID draft, HttpSession session, Model model) {
        return page(caller, Drafts.of(session).require(draft), model);
    }

    @PostMapping(PATH)
    String save(
            Caller caller,
            @PathVariable UUID draft,
            @RequestParam Map<String, String> fields,
            HttpSession session,
            HttpServletResponse response,
            Model model) {
        var drafts = Drafts.of(session);
        var present = drafts.require(draft);
        var way = StepDesk.way(fields);
        var changed = present.withProfiles(edited(present, read(present, fields), way));
        drafts.keep(changed);
        if (way.equals(ADD)) {
            return "redirect:" + changed.address(STEP) + "#p" + (changed.profiles().size() - 1);
        }
        if (way.startsWith(REMOVE)) {
            return "redirect:" + changed.address(STEP);
        }
        return desk.leave(caller, changed, STEP, way, response, model)
                .orElseGet(() -> page(caller, changed, model));
    }

    /** As many as the form had; those of the draft when it says nothing of them. */
    private static List<DraftProfile> read(Draft draft, Map<String, String> fields) {
        var read = new ArrayList<DraftProfile>();
        while (read.size() < Profiles.PROFILES_MAX
                && fields.containsKey("p" + read.size() + ".name")) {
            read.add(ProfileFields.read(fields, "p" + read.size() + "."));
        }
        return read.isEmpty() ? draft.profiles() : read;
    }

    /** With one more, or one less: the last one stays. */
    private static List<DraftProfile> edited(Draft draft, List<DraftProfile> read, String way) {
        var edited = new ArrayList<>(read);
        if (way.equals(ADD) && edited.size() < Profiles.PROFILES_MAX) {
            edited.add(DraftProfile.blank("", draft.map()));
        }
        for (var i = 0; i < read.size() && read.size() > 1; i++) {
            if (way.equals(REMOVE + i)) {
                edited.remove(i);
            }
        }
        return edited;
    }

    private String page(Caller caller, Draft draft, Model model) {
        desk.show(draft, STEP, model);
        model.addAttribute("maps", maps.choices(caller.tenantId(), draft.basics().connector()));
        model.addAttribute("most", Profiles.PROFILES_MAX);
        return "wizard/profile";
    }
}
