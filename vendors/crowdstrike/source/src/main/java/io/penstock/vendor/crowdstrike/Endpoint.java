package io.penstock.vendor.crowdstrike;

/** The resource calls and the scope each one needs, by its name in the vendor's console. */
enum Endpoint {
    VULNERABILITIES("/spotlight/combined/vulnerabilities/v1", "Vulnerabilities: Read"),
    HOST_IDS("/discover/queries/hosts/v1", "Assets: Read"),
    HOSTS("/discover/entities/hosts/v1", "Assets: Read");

    private final String path;
    private final String scope;

    Endpoint(String path, String scope) {
        this.path = path;
        this.scope = scope;
    }

    String path() {
        return path;
    }

    String scope() {
        return scope;
    }
}
