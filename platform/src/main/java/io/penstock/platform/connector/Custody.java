package io.penstock.platform.connector;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.util.Map;

/**
 * Strict custody (B-30): the setting {@code custody} with the value {@code engine} says that the
 * engine brings the vendor's secrets, so that none is stored here.
 */
final class Custody {

    static final String KEY = "custody";

    private static final String AT_THE_ENGINE = "engine";

    private Custody() {}

    /**
     * @throws FaultException CONFIGURATION for another value
     */
    static boolean isAtTheEngine(Map<String, String> settings) {
        var said = settings.getOrDefault(KEY, "").strip();
        if (!said.isEmpty() && !said.equals(AT_THE_ENGINE)) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "CUSTODY_UNKNOWN",
                    "The setting 'custody' may only be '" + AT_THE_ENGINE + "' or left out.",
                    "");
        }
        return !said.isEmpty();
    }

    /** What is stored of it. */
    static Map<String, String> kept(boolean atTheEngine) {
        return atTheEngine ? Map.of(KEY, AT_THE_ENGINE) : Map.of();
    }

    static FaultException notHere(String label) {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "SECRET_AT_THE_ENGINE",
                "'" + label + "' must be empty: with custody at the engine it is not stored here.",
                "Set it in the engine's env file, such as source.client-secret.");
    }
}
