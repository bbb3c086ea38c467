package io.penstock.platform.intelligence;

import io.penstock.core.fault.FaultException;

import java.util.regex.Pattern;

/** CVE numbers as the lists write them. */
final class CveText {

    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,19}");

    private CveText() {}

    /**
     * @throws FaultException CONFIGURATION
     */
    static String checked(PublicList list, long line, String text) {
        if (!CVE.matcher(text).matches()) {
            throw BadFile.at(list, line, "has " + BadFile.shown(text) + " for a CVE number");
        }
        return text;
    }
}
