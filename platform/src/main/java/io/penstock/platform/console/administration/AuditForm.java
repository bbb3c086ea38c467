package io.penstock.platform.console.administration;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.audit.AuditFilter;
import io.penstock.platform.audit.AuditOutcome;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of the audit log's filter as they are typed.
 *
 * @param from first day, in UTC
 * @param to last day, in UTC
 */
record AuditForm(String who, String action, String object, String outcome, String from, String to) {

    AuditForm {
        who = cut(who);
        action = cut(action);
        object = cut(object);
        outcome = cut(outcome);
        from = cut(from);
        to = cut(to);
    }

    private static String cut(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /**
     * @throws FaultException CONFIGURATION for a field that cannot be
     */
    AuditFilter filter() {
        return new AuditFilter(
                who, action, object, wanted(), day("From", from, 0), day("To", to, 1));
    }

    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("who", who);
        fields.put("action", action);
        fields.put("object", object);
        fields.put("outcome", outcome);
        fields.put("from", from);
        fields.put("to", to);
        return fields;
    }

    /** The same filter for the REST call, which takes moments instead of days. */
    Map<String, String> restFields() {
        var fields = fields();
        var filter = filter();
        var until = filter.until();
        var since = filter.from();
        fields.remove("to");
        fields.put("from", since == null ? "" : since.toString());
        fields.put("until", until == null ? "" : until.toString());
        return fields;
    }

    boolean isEmpty() {
        return fields().values().stream().allMatch(String::isEmpty);
    }

    private @Nullable AuditOutcome wanted() {
        return Arrays.stream(AuditOutcome.values())
                .filter(known -> known.name().equals(outcome))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant day(String field, String text, int more) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text).plusDays(more).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "AUDIT_DAY",
                    "The field '" + field + "' is no day.",
                    "Write it as 2026-11-30.");
        }
    }
}
