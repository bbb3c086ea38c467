package io.penstock.platform.console.run;

import io.penstock.platform.console.frame.KeyPaging;
import io.penstock.platform.run.RunSlice;
import io.penstock.platform.run.RunSlices;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The slices of a run, by stream and number, a page at a time. */
@Controller
class SlicesTab {

    private static final int SHOWN = 50;

    private final RunFrame frame;
    private final RunSlices slices;

    SlicesTab(RunFrame frame, RunSlices slices) {
        this.frame = frame;
        this.slices = slices;
    }

    @GetMapping("/runs/{uuid}/slices")
    String show(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") List<String> trail,
            Model model) {
        var run = frame.open(caller, uuid, "slices", model).run();
        var found = slices.of(caller.tenantId(), run, state, after, SHOWN + 1);
        var paging =
                new KeyPaging("/runs/" + uuid + "/slices", Map.of("state", state), after, trail);
        model.addAttribute("slices", paging.show(found, SHOWN, RunSlice::cursor, model));
        model.addAttribute("state", state);
        return "run/slices";
    }
}
