package io.penstock.platform.console.asset;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.search.AssetDetail;
import io.penstock.platform.search.AssetSearch;
import io.penstock.platform.security.Caller;
import io.penstock.platform.tag.Tags;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.UUID;

/** Inventory › Assets › Host: one host (S-082). What takes time to tell loads as parts. */
@Controller
class AssetPage {

    static final String PATH = "/inventory/assets/host/{uuid}";

    private final AssetSearch assets;
    private final Tags tags;

    AssetPage(AssetSearch assets, Tags tags) {
        this.assets = assets;
        this.tags = tags;
    }

    /**
     * @param moved how many records a decision has just moved; -1 without one
     */
    @GetMapping(PATH)
    String show(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "-1") int moved,
            Model model) {
        var asset = require(caller, uuid);
        if (!asset.row().id().equals(uuid)) {
            return "redirect:/inventory/assets/host/"
                    + asset.row().id()
                    + (moved < 0 ? "" : "?moved=" + moved);
        }
        model.addAttribute("moved", moved);
        fill(caller, asset, model);
        return "asset";
    }

    void fill(Caller caller, AssetDetail asset, Model model) {
        var tenant = caller.tenantId();
        model.addAttribute("asset", asset);
        model.addAttribute("table", SourceTable.of(asset));
        model.addAttribute("tags", tags.ofAsset(tenant, asset.row().id()));
        model.addAttribute("allTags", tags.all(tenant));
    }

    /**
     * @param uuid of the asset, or of a record of it
     */
    AssetDetail require(Caller caller, UUID uuid) {
        return assets.get(caller.tenantId(), uuid).orElseThrow(() -> unknown(uuid));
    }

    static FaultException unknown(UUID uuid) {
        return new FaultException(
                FaultKind.NOT_FOUND,
                "ASSET_UNKNOWN",
                "There is no host " + uuid + ".",
                "It may have been removed with its connection, or merged into another host.");
    }
}
