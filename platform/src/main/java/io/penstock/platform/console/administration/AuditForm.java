package io.penstock.platform.console.administration;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.audit.AuditFilter;
import io.penstock.platform.audit.AuditOutcome;
import io.penstock.platform.console.frame.TypedDay;

import org.jspecify.annotations.Nullable;

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

    private static final String DAY = "AUDIT_DAY";

    AuditForm {
        who = stripped(who);
        action = stripped(action);
        object = stripped(object);
        outcome = stripped(outcome);
        from = stripped(from);
        to = stripped(to);
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /**
     * @throws FaultException CONFIGURATION for a field that cannot be
     */
    AuditFilter filter() {
        return new AuditFilter(
                who,
                action,
                object,
                wanted(),
                from.isEmpty() ? null : TypedDay.begin(from, "From", DAY),
                to.isEmpty() ? null : TypedDay.end(to, "To", DAY));
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

    private @Nullable AuditOutcome wanted() {
        return Arrays.stream(AuditOutcome.values())
                .filter(known -> known.name().equals(outcome))
                .findFirst()
                .orElse(null);
    }
}
