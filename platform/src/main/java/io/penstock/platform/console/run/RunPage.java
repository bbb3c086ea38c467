package io.penstock.platform.console.run;

import io.penstock.platform.replay.RunCancellation;
import io.penstock.platform.run.RunCourses;
import io.penstock.platform.run.RunLedger;
import io.penstock.platform.run.RunPace;
import io.penstock.platform.run.RunSlices;
import io.penstock.platform.run.Runs;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import java.util.UUID;

/** One run at a glance, live: its progress, its ledger, what went wrong and what was done. */
@Controller
class RunPage {

    private static final int SLICES_SHOWN = 10;

    private final RunFrame frame;
    private final Runs runs;
    private final RunPace pace;
    private final RunCourses courses;
    private final RunSlices slices;
    private final RunCancellation cancellation;

    RunPage(
            RunFrame frame,
            Runs runs,
            RunPace pace,
            RunCourses courses,
            RunSlices slices,
            RunCancellation cancellation) {
        this.frame = frame;
        this.runs = runs;
        this.pace = pace;
        this.courses = courses;
        this.slices = slices;
        this.cancellation = cancellation;
    }

    @GetMapping("/runs/{uuid}")
    String show(Caller caller, @PathVariable UUID uuid, Model model) {
        fill(caller, frame.open(caller, uuid, "overview", model), model);
        return "run/overview";
    }

    /** The part that refreshes itself. */
    @GetMapping("/runs/{uuid}/live")
    String live(Caller caller, @PathVariable UUID uuid, Model model) {
        fill(caller, frame.open(caller, uuid, "overview", model), model);
        return "run/overview :: live";
    }

    @PostMapping("/runs/{uuid}/cancel")
    String cancel(Caller caller, @PathVariable UUID uuid) {
        runs.requestCancel(caller.tenantId(), uuid);
        cancellation.stop(caller.tenantId(), uuid, caller.username());
        return "redirect:/runs/" + uuid;
    }

    private void fill(Caller caller, RunLedger ledger, Model model) {
        var tenant = caller.tenantId();
        var run = ledger.run();
        model.addAttribute("progress", ProgressView.of(ledger, pace.of(tenant, run)));
        model.addAttribute("course", courses.of(tenant, run));
        model.addAttribute("incomplete", slices.of(tenant, run, "INCOMPLETE", null, SLICES_SHOWN));
    }
}
