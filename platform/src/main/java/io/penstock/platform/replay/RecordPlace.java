package io.penstock.platform.replay;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.Shown;

import java.util.regex.Pattern;

/** Where a rejected record is: a page and its place in it. A page of 0 stands for any. */
record RecordPlace(long page, int index) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

    /**
     * @throws FaultException MALFORMED for a text the quarantine has not given out
     */
    static RecordPlace of(String cursor) {
        if (cursor.isEmpty()) {
            return new RecordPlace(0, 0);
        }
        var form = FORM.matcher(cursor);
        if (!form.matches()) {
            throw new FaultException(
                    FaultKind.MALFORMED,
                    "RECORD_FORM",
                    "The quarantine names no record '" + Shown.of(cursor, 40) + "'.",
                    "Take the 'cursor' of a record from its list.");
        }
        return new RecordPlace(Long.parseLong(form.group(1)), Integer.parseInt(form.group(2)));
    }
}
