package io.penstock.launcher.query;

import java.util.Locale;

/** How rows are printed: for people, for spreadsheets, for programs. */
enum RowFormat {
    TABLE,
    CSV,
    NDJSON;

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
