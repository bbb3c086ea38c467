package io.penstock.source;

/**
 * One setting of a connection.
 *
 * @param key such as {@code client-id}
 * @param label what the form shows, such as {@code Client ID}
 * @param form how the value looks and how it is kept
 * @param help how to obtain the value (S-006 to S-009)
 * @param required whether a connection can be saved without it
 */
public record SettingSpec(String key, String label, Form form, String help, boolean required) {

    /** How a value looks. */
    public enum Form {
        /** An https base URL; plain http only for a loopback address. */
        URL,
        TEXT,
        /** Write-only, encrypted at rest, never returned by any API (S-013). */
        SECRET
    }
}
