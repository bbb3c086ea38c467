package io.penstock.platform.console.quarantine;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.api.FaultStatus;
import io.penstock.platform.replay.ReplayOrder;
import io.penstock.platform.replay.ReplayOrder.AllPages;
import io.penstock.platform.replay.ReplayOrder.Rejects;
import io.penstock.platform.replay.ReplayOrder.Selection;
import io.penstock.platform.replay.Replays;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Going through stored records again, once their map is mended. */
@Controller
class ReplayAction {

    private final Replays replays;
    private final QuarantinePage page;

    ReplayAction(Replays replays, QuarantinePage page) {
        this.replays = replays;
        this.page = page;
    }

    /** A refusal is shown above what the run has in quarantine. */
    @PostMapping("/runs/{uuid}/replay")
    String replay(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        try {
            var order = new ReplayOrder(uuid, map(typed), null, selection(typed));
            return "redirect:/runs/" + replays.start(caller.tenantId(), caller.username(), order);
        } catch (FaultException e) {
            if (e.fault().kind() == FaultKind.NOT_FOUND) {
                throw e;
            }
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            model.addAttribute("problem", e.fault().sentence());
            var query = QuarantineQuery.ofRun(uuid.toString());
            return page.page(caller, query, "", List.of(), model);
        }
    }

    private static Selection selection(Map<String, String> typed) {
        return typed.getOrDefault("what", "").equals("pages")
                ? new AllPages()
                : new Rejects(
                        typed.getOrDefault("stream", ""),
                        typed.getOrDefault("field", ""),
                        typed.getOrDefault("reason", ""),
                        typed.getOrDefault("record", ""));
    }

    private static @Nullable UUID map(Map<String, String> typed) {
        var chosen = typed.getOrDefault("map", "");
        if (chosen.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(chosen);
        } catch (IllegalArgumentException e) {
            throw new FaultException(
                    FaultKind.MALFORMED,
                    "MAP_FORM",
                    "The map is not one of the list.",
                    "Choose one, or leave the profile's.");
        }
    }
}
