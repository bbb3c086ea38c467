package io.penstock.platform.intelligence;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.Shown;

/** What is wrong with a file: one sentence with the line. */
final class BadFile {

    private static final int SHOWN_MAX = 60;

    private BadFile() {}

    static FaultException at(PublicList list, long line, String what) {
        return whole(list, "Line " + line + " of the " + list.label() + " " + what + ".");
    }

    static FaultException whole(PublicList list, String sentence) {
        return new FaultException(
                FaultKind.CONFIGURATION,
                list.name() + "_FILE",
                sentence,
                "Nothing was changed; send a file as its publisher offers it.");
    }

    /** A piece of the file, short and on one line. */
    static String shown(String text) {
        var line = text.replaceAll("\\p{Cntrl}", " ");
        return "'" + Shown.of(line, SHOWN_MAX) + "'";
    }
}
