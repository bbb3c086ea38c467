package io.penstock.platform.intelligence;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One import of a list.
 *
 * @param origin name of the file, or host and path of the address
 * @param message why it was refused or changed nothing, else empty
 */
public record ImportRecord(
        PublicList list,
        Outcome outcome,
        String origin,
        Edition edition,
        Effect effect,
        String message,
        String by,
        Instant at) {

    /** What became of a file. */
    public enum Outcome {
        APPLIED,
        /** The file is the one that was applied last. */
        UNCHANGED,
        REFUSED
    }

    /** What the file says of itself. */
    public record Edition(String version, @Nullable LocalDate date, int entries) {

        static final Edition NONE = new Edition("", null, 0);
    }

    /**
     * What it changed.
     *
     * @param rescored vulnerabilities whose score or reasons moved
     * @param assetsDue assets that are scored anew for it
     */
    public record Effect(int added, int changed, int removed, int rescored, int assetsDue) {

        static final Effect NONE = new Effect(0, 0, 0, 0, 0);
    }
}
