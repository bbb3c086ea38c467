package io.penstock.platform.console.frame;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A day as a person types it into a form, such as {@code 2027-06-30}; days are those of UTC. */
public final class TypedDay {

    private TypedDay() {}

    /**
     * @param field what the form calls it
     * @param code of the refusal
     * @throws FaultException CONFIGURATION for what is no day
     */
    public static Instant begin(String typed, String field, String code) {
        return begin(typed, 0, field, code);
    }

    /** As {@link #begin(String, String, String)}; the moment after the day. */
    public static Instant end(String typed, String field, String code) {
        return begin(typed, 1, field, code);
    }

    private static Instant begin(String typed, int later, String field, String code) {
        try {
            var day = LocalDate.parse(typed.strip()).plusDays(later);
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.CONFIGURATION,
                            code,
                            "The field '" + field + "' is no day.",
                            "Write it as 2027-06-30."),
                    e);
        }
    }
}
