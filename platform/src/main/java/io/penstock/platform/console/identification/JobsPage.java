package io.penstock.platform.console.identification;

import io.penstock.platform.identity.IdentityJobs;
import io.penstock.platform.identity.SimulationDesk;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Identification › Jobs: how far identifying anew is, and what was simulated. */
@Controller
class JobsPage {

    private static final int JOBS = 20;

    private final IdentityJobs jobs;
    private final SimulationDesk desk;

    JobsPage(IdentityJobs jobs, SimulationDesk desk) {
        this.jobs = jobs;
        this.desk = desk;
    }

    @GetMapping("/identification/jobs")
    String show(Caller caller, Model model) {
        fill(caller, model);
        return "identification-jobs";
    }

    /** The part that refreshes itself while a job goes on. */
    @GetMapping("/identification/jobs/live")
    String live(Caller caller, Model model) {
        fill(caller, model);
        return "identification-jobs :: live";
    }

    private void fill(Caller caller, Model model) {
        var newest = jobs.newest(caller.tenantId(), JOBS);
        model.addAttribute("jobs", newest);
        model.addAttribute("going", newest.stream().anyMatch(job -> job.endedAt() == null));
        model.addAttribute("simulations", desk.newest(caller.tenantId(), JOBS));
        model.addAttribute("tab", "jobs");
    }
}
