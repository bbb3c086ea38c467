package io.penstock.platform.text;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

/** What people type and clients send: kept as it is, or refused. */
public final class TypedText {

    private TypedText() {}

    /**
     * A text of one line.
     *
     * @param field as the sender knows it
     * @return the text as it came
     * @throws FaultException CONFIGURATION when it holds a control character or half a character
     */
    public static String line(String field, String text) {
        return without(field, text, "");
    }

    /** As {@link #line}, but line ends and tabulators may stand in it. */
    public static String lines(String field, String text) {
        return without(field, text, "\n\r\t");
    }

    private static String without(String field, String text, String allowed) {
        if (text.codePoints().anyMatch(c -> unfit(c) && allowed.indexOf(c) < 0)) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "TEXT_CHARACTER",
                    "The field '" + field + "' holds a control character or half a character.",
                    "Leave it out.");
        }
        return text;
    }

    private static boolean unfit(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE;
    }
}
