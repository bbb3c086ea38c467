package io.penstock.source;

import java.util.List;

/**
 * One setting of a connection.
 *
 * @param key such as {@code client-id}
 * @param label what the form shows, such as {@code Client ID}
 * @param form how the value looks and how it is kept
 * @param help how to obtain the value (S-006 to S-009)
 * @param required whether a connection can be saved without it
 * @param choices the values of a {@link Form#CHOICE}, the one that is taken when none is chosen
 *     first; empty for every other form
 */
public record SettingSpec(
        String key, String label, Form form, String help, boolean required, List<String> choices) {

    /** How a value looks. */
    public enum Form {
        /** An https base URL; plain http only for a loopback address. */
        URL,
        TEXT,
        /** One of a few words. */
        CHOICE,
        /** Write-only, encrypted at rest, never returned by any API (S-013). */
        SECRET
    }

    public SettingSpec {
        choices = List.copyOf(choices);
        if ((form == Form.CHOICE) == choices.isEmpty()) {
            throw new IllegalArgumentException(
                    "setting '" + key + "' of form " + form + " has choices " + choices);
        }
    }

    /** A setting that is not chosen from a list. */
    public SettingSpec(String key, String label, Form form, String help, boolean required) {
        this(key, label, form, help, required, List.of());
    }
}
