package io.penstock.platform.console.quarantine;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.api.FaultStatus;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.console.frame.KeyPaging;
import io.penstock.platform.quarantine.Quarantine;
import io.penstock.platform.quarantine.QuarantinedRecord;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;

/** The rejected records of all runs: filtered, counted by reason and by run (S-109, B-05). */
@Controller
@RequestMapping(QuarantinePage.PATH)
class QuarantinePage {

    static final String PATH = "/quarantine";

    private static final int SHOWN = 50;
    private static final int RUNS_SHOWN = 20;

    private final Quarantine quarantine;
    private final Connections connections;
    private final ReplayForm replay;

    QuarantinePage(Quarantine quarantine, Connections connections, ReplayForm replay) {
        this.quarantine = quarantine;
        this.connections = connections;
        this.replay = replay;
    }

    @GetMapping
    String show(
            Caller caller,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<String> trail,
            HttpServletResponse response,
            Model model) {
        var query = QuarantineQuery.of(typed);
        var after = typed.getOrDefault("after", "");
        try {
            return page(caller, query, after, trail, model);
        } catch (FaultException e) {
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            model.addAttribute("problem", e.fault().sentence());
            return frame(caller, query, List.of(), "", trail, model);
        }
    }

    String page(
            Caller caller, QuarantineQuery query, String after, List<String> trail, Model model) {
        var found = quarantine.find(caller.tenantId(), query.filter(), after, SHOWN + 1);
        replay.offer(caller, query, model);
        return frame(caller, query, found, after, trail, model);
    }

    private String frame(
            Caller caller,
            QuarantineQuery query,
            List<QuarantinedRecord> found,
            String after,
            List<String> trail,
            Model model) {
        var paging = new KeyPaging(PATH, query.parameters(), after, trail);
        model.addAttribute("q", query);
        model.addAttribute("records", paging.show(found, SHOWN, QuarantinedRecord::cursor, model));
        model.addAttribute("connections", connections.all(caller.tenantId()));
        model.addAttribute("reasonsPart", all(PATH + "/reasons", query));
        model.addAttribute("runsPart", all(PATH + "/runs", query));
        model.addAttribute("file", all("/api/v1/quarantine/file", query));
        return "quarantine/list";
    }

    private static KeyPaging all(String path, QuarantineQuery query) {
        return new KeyPaging(path, query.parameters(), "", List.of());
    }

    /** How many records each reason has; counting them takes a moment when they are many. */
    @GetMapping("/reasons")
    String reasons(Caller caller, @RequestParam Map<String, String> typed, Model model) {
        var query = QuarantineQuery.of(typed);
        model.addAttribute("q", query);
        model.addAttribute("paging", all(PATH, query));
        model.addAttribute("reasons", quarantine.reasons(caller.tenantId(), query.filter()));
        return "quarantine/parts :: reasons";
    }

    /** Which runs brought them, so that one can be replayed. */
    @GetMapping("/runs")
    String runs(Caller caller, @RequestParam Map<String, String> typed, Model model) {
        var query = QuarantineQuery.of(typed);
        model.addAttribute("q", query);
        model.addAttribute("paging", all(PATH, query));
        model.addAttribute("runs", quarantine.runs(caller.tenantId(), query.filter(), RUNS_SHOWN));
        return "quarantine/parts :: runs";
    }
}
