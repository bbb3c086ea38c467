package io.penstock.platform.run;

/** The states of the specification (S-072 to S-075) and the ones it lacks (B-19). */
public enum ConnectionState {
    REGISTERED("Registered", "Created; no engine has run it yet."),
    SCHEDULED("Scheduled", "A run is asked for or planned; its engine is about to read."),
    PROCESSING("Processing", "The engine is reading assets and findings from the vendor."),
    PROCESSED("Processed", "The assets of the last run are in the inventory."),
    WAITING("Waiting for engine", "A run is open, but its engine has gone quiet."),
    PARTIAL("Partially processed", "The last run ended before everything was read."),
    ERROR("Error", "The last run failed."),
    INACTIVE("Inactive", "No profile is active, so an engine does nothing.");

    private final String label;
    private final String explanation;

    ConnectionState(String label, String explanation) {
        this.label = label;
        this.explanation = explanation;
    }

    /** The word a person reads. */
    public String label() {
        return label;
    }

    public String explanation() {
        return explanation;
    }
}
