package io.penstock.core.identity;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts that stand where a value should be. */
final class Placeholders {

    static final String REASON = "a placeholder, which many machines carry";

    private static final Pattern NOT_WORD = Pattern.compile("[^A-Z0-9]");

    /** In capitals, letters and digits alone. */
    private static final Set<String> WORDS =
            Set.of(
                    "",
                    "NONE",
                    "NULL",
                    "NIL",
                    "NA",
                    "NAN",
                    "NOTAVAILABLE",
                    "NOTAPPLICABLE",
                    "NOTSPECIFIED",
                    "NOTPRESENT",
                    "NOTPROVIDED",
                    "NOTSET",
                    "UNKNOWN",
                    "UNDEFINED",
                    "UNSPECIFIED",
                    "UNAVAILABLE",
                    "EMPTY",
                    "BLANK",
                    "INVALID",
                    "DEFAULT",
                    "DEFAULTSTRING",
                    "OEM",
                    "TBD",
                    "TBDBYOEM",
                    "CHANGEME",
                    "TEST",
                    "SYSTEM",
                    "QEMU",
                    "VMWARE",
                    "VIRTUALBOX",
                    "STANDARD",
                    "GENERIC",
                    "NOENCLOSURE",
                    "NOASSETTAG",
                    "ABCDEFGHIJ");

    /** Firmware and tools ship these in many variants. */
    private static final Set<String> PARTS =
            Set.of(
                    "TOBEFILLED",
                    "FILLEDBY",
                    "TOBEDETERMINED",
                    "SERIALNUMBER",
                    "SYSTEMSERIAL",
                    "SYSTEMMANUFACTURER",
                    "OEMSERIAL",
                    "NOTAVAIL",
                    "NOSERIAL");

    private Placeholders() {}

    /** Capital letters and digits of a text. */
    static String letters(String text) {
        return NOT_WORD.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("");
    }

    static boolean isOne(String text) {
        var word = letters(text);
        return WORDS.contains(word)
                || PARTS.stream().anyMatch(word::contains)
                || word.chars().distinct().count() == 1
                || counting(word);
    }

    /** {@code 123456789}, {@code 0123456789}, {@code 987654321} and the like. */
    private static boolean counting(String word) {
        return word.length() >= 4
                && ("01234567890123456789".contains(word) || "98765432109876543210".contains(word));
    }
}
