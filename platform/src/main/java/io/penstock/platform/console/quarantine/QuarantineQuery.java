package io.penstock.platform.console.quarantine;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.quarantine.QuarantineFilter;
import io.penstock.platform.quarantine.QuarantineFilter.State;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What the address asks the quarantine for, as it was typed; empty texts ask for anything. */
public record QuarantineQuery(
        String connection,
        String run,
        String stream,
        String field,
        String reason,
        String text,
        String state) {

    /** Much more than any of these may have; a longer one is told by what it starts with. */
    private static final int SHOWN_MAX = 400;

    static QuarantineQuery of(Map<String, String> typed) {
        return new QuarantineQuery(
                text(typed, "connection", ""),
                text(typed, "run", ""),
                text(typed, "stream", ""),
                text(typed, "field", ""),
                text(typed, "reason", ""),
                text(typed, "text", ""),
                text(typed, "state", "open"));
    }

    /** Everything that waits in one run. */
    static QuarantineQuery ofRun(String run) {
        return of(Map.of("run", run));
    }

    /**
     * @throws FaultException MALFORMED or CONFIGURATION for a value that none may have
     */
    QuarantineFilter filter() {
        return new QuarantineFilter(
                uuid("connection", connection),
                uuid("run", run),
                stream,
                field,
                reason,
                text,
                known());
    }

    private State known() {
        return switch (state) {
            case "open", "resolved", "all" -> State.valueOf(state.toUpperCase(Locale.ROOT));
            default -> throw malformed("The filter 'state' is none of open, resolved and all.");
        };
    }

    private static @Nullable UUID uuid(String name, String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw malformed("The filter '" + name + "' is not a UUID.");
        }
    }

    private static FaultException malformed(String sentence) {
        return new FaultException(
                FaultKind.MALFORMED,
                "FILTER_FORM",
                sentence,
                "Clear the filters and set them anew.");
    }

    /** For addresses, in their order; the state that is meant anyway is left out. */
    Map<String, String> parameters() {
        var all = new LinkedHashMap<String, String>();
        all.put("connection", connection);
        all.put("run", run);
        all.put("stream", stream);
        all.put("field", field);
        all.put("reason", reason);
        all.put("text", text);
        all.put("state", state.equals("open") ? "" : state);
        return all;
    }

    private static String text(Map<String, String> typed, String name, String otherwise) {
        var value = typed.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return otherwise;
        }
        return value.length() > SHOWN_MAX ? value.substring(0, SHOWN_MAX) : value;
    }
}
