package io.penstock.platform.setting;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A setting that can be changed while the platform runs, as it is now.
 *
 * @param value what somebody chose; null while the standing one counts
 * @param changedBy who chose it, or empty
 */
public record ChosenSetting(
        RunTimeSetting about,
        @Nullable Long value,
        String changedBy,
        @Nullable Instant changedAt) {}
