package io.penstock.platform.connector;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

/** Texts of the forms of connections and profiles, stripped and within their bounds. */
final class EnteredText {

    private EnteredText() {}

    /**
     * @throws FaultException CONFIGURATION when it is too long or holds a control character
     */
    static String within(String label, String typed, int max) {
        var text = typed.strip();
        if (text.length() > max) {
            throw refused(
                    "SETTING_LENGTH",
                    "'" + label + "' has " + text.length() + " characters, at most " + max + ".");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
            throw refused("SETTING_CHARACTER", "'" + label + "' holds a control character.");
        }
        return text;
    }

    /**
     * @throws FaultException CONFIGURATION as {@link #within}, and when it is empty
     */
    static String required(String label, String typed, int max) {
        var text = within(label, typed, max);
        if (text.isEmpty()) {
            throw missing(label);
        }
        return text;
    }

    static FaultException missing(String label) {
        return refused("SETTING_MISSING", "'" + label + "' is required and is empty.");
    }

    static FaultException refused(String code, String sentence) {
        return new FaultException(FaultKind.CONFIGURATION, code, sentence, "");
    }
}
