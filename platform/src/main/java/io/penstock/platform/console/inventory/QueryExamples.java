package io.penstock.platform.console.inventory;

import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.search.Searched;
import io.penstock.query.QueryPrinter;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;

/** Searches to begin with; among them the two of S-080 and S-085, for a known connector. */
@Component
class QueryExamples {

    private static final List<Example> ASSETS =
            List.of(
                    new Example(
                            "With urgent open findings",
                            "finding:(severity:5 and not status:FIXED)"),
                    new Example("Without a record of their own", "asset.isMinimal:true"),
                    new Example("Not seen for 30 days", "asset.lastSeen<now-30d"),
                    new Example("New this week", "asset.created>now-7d"),
                    new Example("Reachable from the internet", "asset.isInternetFacing:true"),
                    new Example("Made of several records", "asset.sourceCount>1"));

    private static final List<Example> FINDINGS =
            List.of(
                    new Example(
                            "Urgent and open", "finding.severity:5 and not finding.status:FIXED"),
                    new Example(
                            "Known exploited",
                            "finding.riskFactor.isCisaKnownExploit:true and not"
                                    + " finding.status:FIXED"),
                    new Example("Came back", "finding.status:REOPENED"),
                    new Example(
                            "Open for more than 90 days",
                            "not finding.status:FIXED and finding.detectionAge>90"),
                    new Example("Fixed this week", "finding.lastFixedDate>now-7d"),
                    new Example(
                            "On hosts the internet reaches",
                            "asset.isInternetFacing:true and not finding.status:FIXED"));

    private final Catalogue catalogue;

    QueryExamples(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A search and what it finds. */
    public record Example(String label, String query) {}

    /** What the empty query bar shows. */
    String placeholder(Searched over) {
        return switch (over) {
            case FINDINGS ->
                    catalogue.connectors().stream()
                            .findFirst()
                            .map(c -> product(c.productName()) + " and finding.severity:5")
                            .orElse("finding.severity:5");
            case ASSETS ->
                    catalogue.connectors().stream()
                            .findFirst()
                            .map(c -> source(c.sourceLabel()))
                            .orElse("asset.name:web*");
        };
    }

    List<Example> all(Searched over) {
        var all = new ArrayList<>(over == Searched.FINDINGS ? FINDINGS : ASSETS);
        catalogue.connectors().stream()
                .limit(3)
                .forEach(c ->
                        all.add(
                                over == Searched.FINDINGS
                                        ? new Example(
                                                "Found by " + c.productName(),
                                                product(c.productName()))
                                        : new Example(
                                                "Known to " + c.sourceLabel(),
                                                source(c.sourceLabel()))));
        return List.copyOf(all);
    }

    private static String source(String label) {
        return "inventory: (source: " + QueryPrinter.exact(label) + ")";
    }

    private static String product(String name) {
        return "finding.vendorProductName: " + QueryPrinter.exact(name);
    }
}
