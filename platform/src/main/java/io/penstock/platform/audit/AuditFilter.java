package io.penstock.platform.audit;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.text.TypedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Which events to list; an empty text and null leave a part open.
 *
 * @param who the user's whole name, in any case
 * @param action the whole word
 * @param object the whole name of what it was done to
 * @param from the first moment
 * @param until the first moment after
 */
public record AuditFilter(
        String who,
        String action,
        String object,
        @Nullable AuditOutcome outcome,
        @Nullable Instant from,
        @Nullable Instant until) {

    private static final int TEXT_MAX = 200;
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");

    /**
     * @throws FaultException CONFIGURATION for a text that no event can hold
     */
    public AuditFilter {
        who = line("who", who);
        action = line("action", action);
        object = line("object", object);
        from = within(from);
        until = within(until);
    }

    private static String line(String field, String text) {
        if (text.length() > TEXT_MAX) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "AUDIT_FILTER",
                    "The field '" + field + "' has more than " + TEXT_MAX + " characters.",
                    "");
        }
        return TypedText.line(field, text).strip();
    }

    /** There is nothing before and behind; the database knows no such times. */
    private static @Nullable Instant within(@Nullable Instant time) {
        if (time == null) {
            return null;
        }
        var notBefore = time.isBefore(FIRST) ? FIRST : time;
        return notBefore.isAfter(LAST) ? LAST : notBefore;
    }
}
