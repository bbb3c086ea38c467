package io.penstock.platform.console.inventory;

import io.penstock.platform.search.AssetCounts;
import io.penstock.platform.search.AssetGroupBy;
import io.penstock.platform.search.AssetOrder;
import io.penstock.platform.search.QueryFields;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Arrays;

/** The counts beside the list of hosts; the list does not wait for them. */
@Controller
class AssetFacetParts {

    private static final int VALUES_MAX = 12;

    private final AssetCounts counts;
    private final QueryFields fields;

    AssetFacetParts(AssetCounts counts, QueryFields fields) {
        this.counts = counts;
        this.fields = fields;
    }

    @GetMapping(Listing.ASSETS + "/facets")
    String show(
            Caller caller,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "NAME_ASC") AssetOrder order,
            Model model) {
        var listing = Listing.assets(query, order, Listing.Turn.FIRST);
        Facet.counted(
                "facets",
                model,
                () ->
                        Arrays.stream(AssetGroupBy.values())
                                .map(by -> facet(caller, listing, by))
                                .toList());
        return "findings-parts :: facets";
    }

    private Facet facet(Caller caller, Listing listing, AssetGroupBy by) {
        var asked = Facet.Asked.of(label(by), field(by), fields.assets(), listing);
        return asked.of(counts.groups(caller.tenantId(), asked.rest(), by, VALUES_MAX));
    }

    private static String label(AssetGroupBy by) {
        return switch (by) {
            case CRITICALITY -> "Criticality";
            case SCORE -> "Score";
            case SOURCE -> "Source";
            case TAG -> "Tag";
            case OPERATING_SYSTEM -> "System";
        };
    }

    private static String field(AssetGroupBy by) {
        return switch (by) {
            case CRITICALITY -> "asset.criticalityScore";
            case SCORE -> "asset.riskScore";
            case SOURCE -> "asset.inventory.source";
            case TAG -> "asset.tag.name";
            case OPERATING_SYSTEM -> "operatingSystem.name";
        };
    }
}
