package io.penstock.platform.console.inventory;

import io.penstock.platform.catalogue.Catalogue;

import org.springframework.stereotype.Component;

/** What an empty query bar suggests: the two queries of S-080 and S-085, for a known connector. */
@Component
class QueryExamples {

    private final Catalogue catalogue;

    QueryExamples(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    String assets() {
        return catalogue.connectors().stream()
                .findFirst()
                .map(c -> "inventory: (source: `" + c.sourceLabel() + "`)")
                .orElse("asset.name:web*");
    }

    String findings() {
        return catalogue.connectors().stream()
                .findFirst()
                .map(c ->
                        "finding.vendorProductName: `"
                                + c.productName()
                                + "` and finding.severity:5")
                .orElse("finding.severity:5");
    }
}
