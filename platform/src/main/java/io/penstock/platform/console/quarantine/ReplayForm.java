package io.penstock.platform.console.quarantine;

import io.penstock.platform.map.TransformMaps;
import io.penstock.platform.run.Runs;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.util.UUID;

/** What a person chooses from before a replay. */
@Component
class ReplayForm {

    private final Runs runs;
    private final TransformMaps maps;

    ReplayForm(Runs runs, TransformMaps maps) {
        this.runs = runs;
        this.maps = maps;
    }

    /** Fills the model when the query is about one run: only such can be replayed. */
    void offer(Caller caller, QuarantineQuery query, Model model) {
        var run = query.filter().run();
        if (run != null) {
            offer(caller, run, model);
        }
    }

    void offer(Caller caller, UUID run, Model model) {
        var replayed = runs.require(caller.tenantId(), run).run();
        model.addAttribute("run", replayed);
        model.addAttribute(
                "maps", maps.choices(caller.tenantId(), replayed.subject().connectorKey()));
    }
}
