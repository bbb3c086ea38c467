package io.penstock.platform.report;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.export.ExportOrder;
import io.penstock.platform.text.TypedText;

/**
 * What somebody asks for.
 *
 * @param name one line, 1 to {@value #NAME_MAX} characters
 * @param description at most {@value #DESCRIPTION_MAX} characters
 */
public record ReportOrder(String name, String description, ExportOrder export) {

    private static final int NAME_MAX = 200;
    private static final int DESCRIPTION_MAX = 2_000;

    public ReportOrder {
        TypedText.line("name", name);
        TypedText.lines("description", description);
        if (name.isBlank() || name.length() > NAME_MAX) {
            throw length("name", name.length(), "1 to " + NAME_MAX);
        }
        if (description.length() > DESCRIPTION_MAX) {
            throw length("description", description.length(), "0 to " + DESCRIPTION_MAX);
        }
    }

    private static FaultException length(String field, int length, String allowed) {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "REPORT_TEXT",
                "The field '"
                        + field
                        + "' has "
                        + length
                        + " characters, allowed are "
                        + allowed
                        + ".",
                "");
    }
}
