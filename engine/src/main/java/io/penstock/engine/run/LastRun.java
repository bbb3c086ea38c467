package io.penstock.engine.run;

import org.jspecify.annotations.Nullable;

/**
 * How the newest run of this process ended.
 *
 * @param code null before the first
 * @param fault why it failed, or empty
 */
record LastRun(@Nullable ExitCode code, String fault) {

    static final LastRun NONE = new LastRun(null, "");

    String result() {
        return code == null ? "" : code.name();
    }
}
