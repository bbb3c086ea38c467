package io.penstock.platform.console.quarantine;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.quarantine.Quarantine;
import io.penstock.platform.quarantine.RawRecords;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** One rejected record: why, and the whole of it as the vendor sent it. */
@Controller
@RequestMapping("/quarantine/{record}")
class RecordPage {

    private final Quarantine quarantine;
    private final RawRecords raw;
    private final Connections connections;
    private final ReplayForm replay;

    RecordPage(Quarantine quarantine, RawRecords raw, Connections connections, ReplayForm replay) {
        this.quarantine = quarantine;
        this.raw = raw;
        this.connections = connections;
        this.replay = replay;
    }

    @GetMapping
    String show(Caller caller, @PathVariable String record, Model model) {
        var found = quarantine.require(caller.tenantId(), record);
        model.addAttribute("record", found);
        model.addAttribute(
                "connection", connections.require(caller.tenantId(), found.connection()));
        replay.offer(caller, found.run(), model);
        return "quarantine/record";
    }

    /** The stored page is searched for it. */
    @GetMapping("/raw")
    String raw(Caller caller, @PathVariable String record, Model model) {
        var found = quarantine.require(caller.tenantId(), record);
        model.addAttribute("record", found);
        try {
            model.addAttribute("raw", RawText.of(raw.read(caller.tenantId(), found)));
        } catch (FaultException e) {
            model.addAttribute("problem", e.fault().sentence());
        }
        return "quarantine/record :: raw";
    }
}
