package io.penstock.platform.console.inventory;

import io.penstock.platform.bulk.BulkTags;
import io.penstock.platform.console.frame.QueryView;
import io.penstock.platform.search.AssetOrder;
import io.penstock.platform.search.AssetSearch;
import io.penstock.platform.security.Caller;
import io.penstock.query.QueryException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/** Inventory › Assets › Host (S-078 to S-081). */
@Controller
class AssetPages {

    private static final int ROWS = 50;

    private final AssetSearch assets;
    private final ListFrame frame;

    AssetPages(AssetSearch assets, ListFrame frame) {
        this.assets = assets;
        this.frame = frame;
    }

    @GetMapping(Listing.ASSETS)
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "NAME_ASC") AssetOrder order,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") List<String> trail,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var listing = Listing.assets(query, order, new Listing.Turn(after, trail));
        frame.fill(caller, listing, request, model);
        model.addAttribute("bulkMax", BulkTags.ASSETS_MAX);
        model.addAttribute("heads", SortHead.of(listing, order));
        try {
            var paging = listing.paging();
            var key = after.isEmpty() ? null : after;
            var page = assets.find(caller.tenantId(), query, order, key, ROWS);
            model.addAttribute("page", page);
            model.addAttribute("next", paging.next(page.next()).orElse(""));
            frame.remember(listing, request);
        } catch (QueryException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("fault", QueryView.of(query, e.fault()));
        }
        return "assets";
    }
}
