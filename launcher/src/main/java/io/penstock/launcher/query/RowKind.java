package io.penstock.launcher.query;

import java.util.List;

/** What is asked for, and the members of its rows as the platform's REST API names them. */
enum RowKind {
    FINDINGS("findings"),
    ASSETS("assets");

    private static final List<String> FINDING =
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
                    "score");

    private static final List<String> ASSET =
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
                    "openBySeverity");

    private final String path;

    RowKind(String path) {
        this.path = path;
    }

    /** The last part of the REST call's path. */
    String path() {
        return path;
    }

    /** What a table shows unless it is told otherwise. */
    List<String> usual() {
        return switch (this) {
            case FINDINGS ->
                    List.of(
                            "severity",
                            "status",
                            "score",
                            "cveId",
                            "assetName",
                            "title",
                            "product",
                            "lastFound");
            case ASSETS ->
                    List.of(
                            "name",
                            "operatingSystem",
                            "ipAddresses",
                            "criticality",
                            "score",
                            "lastSeen");
        };
    }

    /** All of them. */
    List<String> columns() {
        return switch (this) {
            case FINDINGS -> FINDING;
            case ASSETS -> ASSET;
        };
    }
}
