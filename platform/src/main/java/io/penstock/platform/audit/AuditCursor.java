package io.penstock.platform.audit;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** The last event of a page; the next one begins after it. */
record AuditCursor(Instant at, long id) {

    /** Before the first page. */
    static final AuditCursor START =
            new AuditCursor(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,17})-([0-9]{1,18})");

    /**
     * @throws FaultException MALFORMED for a text that no page gave
     */
    static AuditCursor of(String text) {
        if (text.isEmpty()) {
            return START;
        }
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new FaultException(
                    FaultKind.MALFORMED,
                    "CURSOR_INVALID",
                    "The parameter 'after' is not the 'next' of an earlier page.",
                    "Leave it out for the first page.");
        }
        return new AuditCursor(
                Instant.EPOCH.plus(Long.parseLong(match.group(1)), ChronoUnit.MICROS),
                Long.parseLong(match.group(2)));
    }

    static String text(AuditEvent event) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, event.at()) + "-" + event.id();
    }
}
