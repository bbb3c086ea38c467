package io.penstock.platform.export;

/** What the records of a file are. */
public enum ExportKind {
    FINDINGS("findings"),
    ASSETS("assets");

    private final String label;

    ExportKind(String label) {
        this.label = label;
    }

    /** As files and sentences name it. */
    public String label() {
        return label;
    }
}
