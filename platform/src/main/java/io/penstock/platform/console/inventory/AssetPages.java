package io.penstock.platform.console.inventory;

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
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/** Inventory › Assets › Host (S-078 to S-082). */
@Controller
class AssetPages {

    private static final String PATH = "/inventory/assets/host";
    private static final int ROWS = 50;

    private final AssetSearch assets;
    private final QueryFields fields;
    private final QueryExamples examples;

    AssetPages(AssetSearch assets, QueryFields fields, QueryExamples examples) {
        this.assets = assets;
        this.fields = fields;
        this.examples = examples;
    }

    @GetMapping(PATH)
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") List<String> trail,
            HttpServletResponse response,
            Model model) {
        var paging = Paging.of(PATH, query, after, trail);
        model.addAttribute("query", query);
        model.addAttribute("paging", paging);
        model.addAttribute("fields", fields.assets());
        model.addAttribute("example", examples.assets());
        try {
            var page = assets.find(caller.tenantId(), query, after.isEmpty() ? null : after, ROWS);
            model.addAttribute("page", page);
            model.addAttribute("next", paging.next(page.next()).orElse(""));
        } catch (QueryException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("fault", QueryView.of(query, e.fault()));
        }
        return "assets";
    }
}
