package io.penstock.engine.config;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.Shown;
import io.penstock.source.Secret;
import io.penstock.wire.env.EngineSetting;
import io.penstock.wire.env.PlainEnv;
import io.penstock.wire.env.SettingForm;
import io.penstock.wire.env.SizeText;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/** The environment's values, each checked by its form when it is read. */
final class SettingValues {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DURATION_FORM = Pattern.compile("(\\d{1,9})(ms|s|m)?");
    private static final long LOG_LEAST = 100 * SizeText.MEGA;
    private static final int VALUE_MAX = 4_000;

    private final PlainEnv environment;

    SettingValues(Map<String, String> environment) {
        this.environment = PlainEnv.of(environment);
    }

    /** The value, or the default. */
    String text(EngineSetting setting) {
        var value = text(setting.key());
        return value.isEmpty() ? setting.fallback() : value;
    }

    /** The value; empty when there is none. */
    String text(String key) {
        var value = environment.value(key);
        if (value.length() > VALUE_MAX) {
            throw wrong(key, "has " + value.length() + " characters, at most " + VALUE_MAX);
        }
        return value;
    }

    /** The value, or what its file holds; empty when there is neither. */
    String secretOrFile(String key) {
        var direct = text(key);
        var file = environment.value(key + EngineSetting.FILE_SUFFIX);
        if (file.isEmpty()) {
            return direct;
        }
        if (!direct.isEmpty()) {
            throw wrong(key, "is set twice, once with _FILE at its end; leave one out");
        }
        return SecretFile.read(key, file);
    }

    /** The value, or for a secret what its file holds. */
    String value(EngineSetting setting) {
        return setting.form() == SettingForm.SECRET ? secretOrFile(setting.key()) : text(setting);
    }

    String required(EngineSetting setting) {
        var value = text(setting);
        if (value.isEmpty()) {
            throw wrong(setting, "is missing or blank");
        }
        return value;
    }

    Secret secret(EngineSetting setting) {
        return optionalSecret(setting).orElseThrow(() -> wrong(setting, "is missing or blank"));
    }

    Optional<Secret> optionalSecret(EngineSetting setting) {
        return Optional.of(secretOrFile(setting.key())).filter(v -> !v.isEmpty()).map(Secret::new);
    }

    /** For hiding: never fails. */
    Optional<String> knownSecret(EngineSetting setting) {
        try {
            return setting.form() == SettingForm.SECRET
                    ? Optional.of(secretOrFile(setting.key())).filter(v -> !v.isEmpty())
                    : Optional.empty();
        } catch (FaultException e) {
            return Optional.empty();
        }
    }

    UUID uuid(EngineSetting setting) {
        var value = required(setting);
        if (!UUID_FORM.matcher(value).matches()) {
            throw wrong(
                    setting,
                    "is '"
                            + shown(value)
                            + "', which is no UUID of the form"
                            + " 8-4-4-4-12 hexadecimal digits");
        }
        return UUID.fromString(value);
    }

    int number(EngineSetting setting) {
        var value = text(setting);
        try {
            var number = Integer.parseInt(value);
            if (number >= setting.min() && number <= setting.max()) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw noNumber(setting, value, e);
        }
        throw noNumber(setting, value, null);
    }

    private static FaultException noNumber(
            EngineSetting setting, String value, @Nullable Throwable cause) {
        var range = setting.min() + " to " + setting.max();
        var what = "is '" + shown(value) + "', which is no whole number from " + range;
        return wrong(setting, what, cause);
    }

    Duration duration(EngineSetting setting) {
        var value = text(setting);
        var match = DURATION_FORM.matcher(value);
        if (match.matches()) {
            var amount = Long.parseLong(match.group(1));
            var factor = Map.of("ms", 1L, "s", 1_000L, "m", 60_000L);
            var millis =
                    amount
                            * factor.getOrDefault(
                                    Optional.ofNullable(match.group(2)).orElse("ms"), 1L);
            if (millis >= setting.min() && millis <= setting.max()) {
                return Duration.ofMillis(millis);
            }
        }
        throw wrong(
                setting,
                "is '"
                        + shown(value)
                        + "', which is no time from "
                        + setting.min()
                        + " to "
                        + setting.max()
                        + " ms");
    }

    boolean flag(EngineSetting setting) {
        return switch (text(setting).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw wrong(
                            setting,
                            "is '" + shown(text(setting)) + "', which is neither true nor false");
        };
    }

    LogLevel level(EngineSetting setting) {
        try {
            return LogLevel.valueOf(text(setting).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong(
                    setting,
                    "is '"
                            + shown(text(setting))
                            + "', which is none of error, warn, info, debug, trace",
                    e);
        }
    }

    /** Bytes; empty when the setting is. */
    OptionalLong heap(EngineSetting setting) {
        return text(setting).isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(size(setting, SizeText.HEAP_LEAST));
    }

    long logTotal(EngineSetting setting) {
        return size(setting, LOG_LEAST);
    }

    private long size(EngineSetting setting, long least) {
        var bytes = SizeText.bytes(text(setting));
        if (bytes.isEmpty() || bytes.getAsLong() < least) {
            throw wrong(
                    setting,
                    "is '"
                            + shown(text(setting))
                            + "', which is no size of at least "
                            + least / SizeText.MEGA
                            + "M such as 512M or 2G");
        }
        return bytes.getAsLong();
    }

    static FaultException wrong(EngineSetting setting, String what) {
        return wrong(setting.key(), what, null);
    }

    static FaultException wrong(String key, String what) {
        return wrong(key, what, null);
    }

    static FaultException wrong(EngineSetting setting, String what, @Nullable Throwable cause) {
        return wrong(setting.key(), what, cause);
    }

    static FaultException wrong(String key, String what, @Nullable Throwable cause) {
        var fault =
                Fault.of(
                        FaultKind.CONFIGURATION,
                        "SETTING_INVALID",
                        "The setting " + key + " " + what + ".",
                        "");
        return new FaultException(fault, cause);
    }

    static String shown(String value) {
        return Shown.of(value.replaceAll("\\p{Cntrl}", "?"));
    }
}
