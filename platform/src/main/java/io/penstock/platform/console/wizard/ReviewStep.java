package io.penstock.platform.console.wizard;

import io.penstock.core.fault.FaultException;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.engine.CheckIns;
import io.penstock.platform.engine.RunOrders;
import io.penstock.platform.security.Caller;
import io.penstock.platform.setup.ConnectionSetups;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Review, Confirm and Cancel (S-062 to S-065). */
@Controller
class ReviewStep {

    private static final Step STEP = Step.REVIEW;
    private static final String PATH = "/connections/new/{draft}";

    private final ReviewView view;
    private final DraftChecks checks;
    private final ConnectionSetups setups;
    private final Starting starting;
    private final StepDesk desk;

    ReviewStep(
            ReviewView view,
            DraftChecks checks,
            ConnectionSetups setups,
            Starting starting,
            StepDesk desk) {
        this.view = view;
        this.checks = checks;
        this.setups = setups;
        this.starting = starting;
        this.desk = desk;
    }

    @GetMapping(PATH + "/review")
    String show(Caller caller, @PathVariable UUID draft, HttpSession session, Model model) {
        return page(caller, Drafts.of(session).require(draft), model);
    }

    /** There is nothing to enter here: only where to go on. */
    @PostMapping(PATH + "/review")
    String leave(
            @PathVariable UUID draft,
            @RequestParam Map<String, String> fields,
            HttpSession session) {
        return desk.onward(Drafts.of(session).require(draft), STEP, StepDesk.way(fields));
    }

    /** Stores all of it or nothing; the draft ends only when it is stored. */
    @PostMapping(PATH + "/confirm")
    String confirm(
            Caller caller,
            @PathVariable UUID draft,
            @RequestParam(defaultValue = "save") String then,
            HttpSession session,
            HttpServletResponse response,
            Model model) {
        var drafts = Drafts.of(session);
        var present = drafts.require(draft);
        Connection made;
        try {
            made = setups.create(caller.tenantId(), caller.username(), checks.entered(present));
        } catch (FaultException e) {
            StepDesk.refuse(List.of(e.fault().sentence()), response, model);
            return page(caller, present, model);
        }
        drafts.end(draft);
        return "redirect:" + (then.equals("run") ? starting.run(caller, made) : created(made));
    }

    @PostMapping(PATH + "/cancel")
    String cancel(@PathVariable UUID draft, HttpSession session) {
        Drafts.of(session).end(draft);
        return "redirect:/connections";
    }

    private String page(Caller caller, Draft draft, Model model) {
        desk.show(draft, STEP, model);
        view.fill(caller, draft, model);
        model.addAttribute("target", TargetAttribute.MODEL);
        model.addAttribute("missing", checks.problems(caller.tenantId(), draft));
        return "wizard/review";
    }

    private static String created(Connection made) {
        return "/connections/" + made.uuid() + "/created";
    }

    /** The second half of "Save and run". */
    @Component
    static class Starting {

        private final Connections connections;
        private final CheckIns checkIns;
        private final RunOrders orders;

        Starting(Connections connections, CheckIns checkIns, RunOrders orders) {
            this.connections = connections;
            this.checkIns = checkIns;
            this.orders = orders;
        }

        /**
         * Orders a run of the first active profile. While the tenant has no engine at all there is
         * nobody to take it, so the person is led to the set-up of one.
         *
         * @return where to go on
         */
        String run(Caller caller, Connection made) {
            var page = "/connections/" + made.uuid();
            var active = connections.profiles(made).stream().filter(Profile::active).findFirst();
            if (active.isEmpty() || !checkIns.any(caller.tenantId())) {
                return page + "/set-up";
            }
            orders.ask(made, active.get(), false, caller.username());
            return page;
        }
    }
}
