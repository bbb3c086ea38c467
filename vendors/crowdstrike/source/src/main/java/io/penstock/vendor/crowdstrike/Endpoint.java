package io.penstock.vendor.crowdstrike;

/** The resource calls and the scope each one needs, by its name in the vendor's console. */
enum Endpoint {
    VULNERABILITIES("/spotlight/combined/vulnerabilities/v1", Scope.VULNERABILITIES),
    HOST_IDS("/discover/queries/hosts/v1", Scope.ASSETS),
    HOSTS("/discover/entities/hosts/v1", Scope.ASSETS),
    HOSTS_COMBINED("/discover/combined/hosts/v1", Scope.ASSETS),
    /** Only tried by the connection test. */
    DEVICES("/devices/queries/devices/v1", Scope.HOSTS),
    /** Only tried by the connection test. */
    HOST_GROUPS("/devices/queries/host-groups/v1", Scope.HOST_GROUPS);

    private final String path;
    private final Scope scope;

    Endpoint(String path, Scope scope) {
        this.path = path;
        this.scope = scope;
    }

    String path() {
        return path;
    }

    Scope scope() {
        return scope;
    }

    /** A permission of an API client. */
    enum Scope {
        VULNERABILITIES("Vulnerabilities: Read", true),
        ASSETS("Assets: Read", true),
        HOSTS("Hosts: Read", false),
        HOST_GROUPS("Host groups: Read", false);

        private final String label;
        private final boolean required;

        Scope(String label, boolean required) {
            this.label = label;
            this.required = required;
        }

        /** Its name in the vendor's console. */
        String label() {
            return label;
        }

        /** False when reading works without it. */
        boolean required() {
            return required;
        }
    }
}
