package io.penstock.platform.console.asset;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.search.AssetSearch;
import io.penstock.platform.search.FindingSearch;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.UUID;

/** Inventory › Assets › Host: one host (S-082). */
@Controller
class AssetPage {

    static final String PATH = "/inventory/assets/host/{uuid}";

    private static final int ROWS = 50;

    private final AssetSearch assets;
    private final FindingSearch findings;

    AssetPage(AssetSearch assets, FindingSearch findings) {
        this.assets = assets;
        this.findings = findings;
    }

    @GetMapping(PATH)
    String show(Caller caller, @PathVariable UUID uuid, Model model) {
        var asset =
                assets.get(caller.tenantId(), uuid)
                        .orElseThrow(() ->
                                new FaultException(
                                        FaultKind.NOT_FOUND,
                                        "ASSET_UNKNOWN",
                                        "There is no host " + uuid + ".",
                                        "It may have been removed with its connection."));
        var query = "asset.id:" + asset.row().id();
        model.addAttribute("asset", asset);
        model.addAttribute("table", SourceTable.of(asset.sources()));
        model.addAttribute("findings", findings.find(caller.tenantId(), query, null, ROWS));
        model.addAttribute("findingsQuery", query);
        return "asset";
    }
}
