package io.penstock.platform.console.asset;

import io.penstock.platform.quarantine.RawSearch;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.UUID;

/** What a source sent of a host, in the part of its page that asks for it. */
@Controller
class AssetRawPart {

    private final RawSearch raw;

    AssetRawPart(RawSearch raw) {
        this.raw = raw;
    }

    /** One step of the search for what the source sent. */
    @GetMapping(AssetPage.PATH + "/records/{record}/raw")
    String raw(
            Caller caller,
            @PathVariable UUID uuid,
            @PathVariable UUID record,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        var found = raw.host(caller.tenantId(), record, after);
        model.addAttribute("found", found);
        model.addAttribute(
                "here", "/inventory/assets/host/" + uuid + "/records/" + record + "/raw");
        return "raw-record :: raw";
    }
}
