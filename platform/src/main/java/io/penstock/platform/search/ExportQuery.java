package io.penstock.platform.search;

/**
 * What to export, as texts of the query language; blank means all. Of findings, the second limits
 * to those on matching assets; of assets, the first limits to those with a matching finding.
 */
public record ExportQuery(String findings, String assets) {

    public static ExportQuery ofFindings(String query) {
        return new ExportQuery(query, "");
    }

    public static ExportQuery ofAssets(String query) {
        return new ExportQuery("", query);
    }
}
