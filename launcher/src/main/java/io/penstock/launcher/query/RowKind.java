package io.penstock.launcher.query;

import java.util.List;

/** What is asked for, and the members of its rows as the platform's REST API names them. */
enum RowKind {
    FINDINGS(
            "findings",
            List.of(
                    "severity",
                    "status",
                    "score",
                    "cveId",
                    "assetName",
                    "title",
                    "product",
                    "lastFound"),
            List.of(
                    "id",
                    "assetId",
                    "assetName",
                    "title",
                    "cveId",
                    "severity",
                    "status",
                    "firstFound",
                    "lastFound",
                    "product",
                    "suppressed",
                    "expired",
                    "vendorProductName",
                    "score")),
    ASSETS(
            "assets",
            List.of("name", "operatingSystem", "ipAddresses", "criticality", "score", "lastSeen"),
            List.of(
                    "id",
                    "name",
                    "operatingSystem",
                    "ipAddresses",
                    "sources",
                    "criticality",
                    "score",
                    "firstSeen",
                    "lastSeen",
                    "minimal",
                    "openBySeverity"));

    private final String path;
    private final List<String> usual;
    private final List<String> columns;

    RowKind(String path, List<String> usual, List<String> columns) {
        this.path = path;
        this.usual = usual;
        this.columns = columns;
    }

    /** The last part of the REST call's path. */
    String path() {
        return path;
    }

    /** What a table shows unless it is told otherwise. */
    List<String> usual() {
        return usual;
    }

    /** All of them. */
    List<String> columns() {
        return columns;
    }
}
