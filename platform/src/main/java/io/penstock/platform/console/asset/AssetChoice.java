package io.penstock.platform.console.asset;

import io.penstock.platform.console.frame.Paging;
import io.penstock.platform.console.frame.QueryView;
import io.penstock.platform.search.AssetSearch;
import io.penstock.platform.search.QueryFields;
import io.penstock.platform.security.Caller;
import io.penstock.query.QueryException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.UUID;

/** The forms before a decision: which host to merge with, which records to split off. */
@Controller
class AssetChoice {

    private static final int ROWS = 20;

    private final AssetPage page;
    private final AssetSearch assets;
    private final QueryFields fields;

    AssetChoice(AssetPage page, AssetSearch assets, QueryFields fields) {
        this.page = page;
        this.assets = assets;
        this.fields = fields;
    }

    @GetMapping(AssetPage.PATH + "/merge")
    String merge(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") List<String> trail,
            HttpServletResponse response,
            Model model) {
        var asset = page.require(caller, uuid);
        var path = "/inventory/assets/host/" + asset.row().id() + "/merge";
        var paging = Paging.of(path, query, after, trail);
        model.addAttribute("asset", asset);
        model.addAttribute("query", query);
        model.addAttribute("paging", paging);
        model.addAttribute("fields", fields.assets());
        try {
            var found = assets.find(caller.tenantId(), query, after.isEmpty() ? null : after, ROWS);
            model.addAttribute("page", found);
            model.addAttribute("next", paging.next(found.next()).orElse(""));
        } catch (QueryException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("fault", QueryView.of(query, e.fault()));
        }
        return "asset-merge";
    }

    @GetMapping(AssetPage.PATH + "/split")
    String split(Caller caller, @PathVariable UUID uuid, Model model) {
        model.addAttribute("asset", page.require(caller, uuid));
        return "asset-split";
    }
}
