package io.penstock.platform.quarantine;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Which rejected records.
 *
 * @param connection of this one only, or null
 * @param run of this one only, or null
 * @param stream or empty
 * @param field or empty
 * @param reason the reason's form as {@link Quarantine#reasons} gives it, or empty
 * @param text a part of key, reason or excerpt in any case, or empty
 * @param state whether they are still in quarantine
 */
public record QuarantineFilter(
        @Nullable UUID connection,
        @Nullable UUID run,
        String stream,
        String field,
        String reason,
        String text,
        State state) {

    static final int TEXT_MAX = 300;

    /** Whether a record was mapped later. */
    public enum State {
        OPEN,
        RESOLVED,
        ALL
    }

    public QuarantineFilter {
        bounded("stream", stream);
        bounded("field", field);
        bounded("reason", reason);
        bounded("text", text);
    }

    private static void bounded(String name, String value) {
        if (value.length() > TEXT_MAX || value.indexOf('\0') >= 0) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "FILTER_TEXT",
                    "The parameter '"
                            + name
                            + "' has "
                            + value.length()
                            + " characters, allowed are "
                            + TEXT_MAX
                            + " without a NUL.",
                    "");
        }
    }
}
