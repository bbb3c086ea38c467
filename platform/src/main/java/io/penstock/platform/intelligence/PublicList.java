package io.penstock.platform.intelligence;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

/** A list that everybody can have. */
public enum PublicList {
    EPSS("EPSS file"),
    KEV("KEV catalogue");

    private final String label;

    PublicList(String label) {
        this.label = label;
    }

    /** As it stands in a sentence. */
    public String label() {
        return label;
    }

    /**
     * @throws FaultException NOT_FOUND for any other name than {@code epss} and {@code kev}
     */
    public static PublicList named(String name) {
        return switch (name) {
            case "epss" -> EPSS;
            case "kev" -> KEV;
            default ->
                    throw new FaultException(
                            FaultKind.NOT_FOUND,
                            "LIST_UNKNOWN",
                            "There is no such list.",
                            "Known are epss and kev.");
        };
    }
}
