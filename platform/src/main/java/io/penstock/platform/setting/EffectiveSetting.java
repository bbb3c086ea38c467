package io.penstock.platform.setting;

/**
 * A setting the process was started with.
 *
 * @param key as it is written in a file
 * @param value as text; of a secret only whether it is set
 * @param standard what counts when nobody says anything; empty when there is none
 * @param source where the value comes from, in words
 */
public record EffectiveSetting(String key, String value, String standard, String source) {}
