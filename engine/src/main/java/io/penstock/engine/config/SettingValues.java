package io.penstock.engine.config;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.source.Secret;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The environment's values, each checked by its form when it is read. */
final class SettingValues {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern HOST_FORM = Pattern.compile("[A-Za-z0-9._-]{1,253}|[0-9a-fA-F:]+");
    private static final Pattern DURATION_FORM = Pattern.compile("(\\d{1,9})(ms|s|m)?");
    private static final int SHOWN_MAX = 80;
    private static final int VALUE_MAX = 4_000;

    private final Map<String, String> environment;

    SettingValues(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The trimmed value without one pair of quotes, or the default. */
    String text(EngineSetting setting) {
        var value = unquoted(environment.getOrDefault(setting.key(), "").strip());
        if (value.length() > VALUE_MAX) {
            throw wrong(setting, "has " + value.length() + " characters, at most " + VALUE_MAX);
        }
        return value.isEmpty() ? setting.fallback() : value;
    }

    private static String unquoted(String value) {
        var quoted =
                value.length() >= 2
                        && ((value.startsWith("\"") && value.endsWith("\""))
                                || (value.startsWith("'") && value.endsWith("'")));
        return quoted ? value.substring(1, value.length() - 1).strip() : value;
    }

    String required(EngineSetting setting) {
        var value = text(setting);
        if (value.isEmpty()) {
            throw wrong(setting, "is missing or blank");
        }
        return value;
    }

    Secret secret(EngineSetting setting) {
        return new Secret(required(setting));
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
        return cause == null ? wrong(setting, what) : wrong(setting, what, cause);
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

    String host(EngineSetting setting) {
        var value = required(setting);
        if (!HOST_FORM.matcher(value).matches()) {
            throw wrong(setting, "is '" + shown(value) + "', which is no host name or address");
        }
        return value;
    }

    void proxyScheme(EngineSetting setting) {
        var value = text(setting).toLowerCase(Locale.ROOT);
        if (!value.equals("http")) {
            throw wrong(
                    setting,
                    "is '"
                            + shown(value)
                            + "', but a proxy can only be spoken to by http (https"
                            + " calls are tunnelled through it and stay encrypted)");
        }
    }

    Optional<Schedule> schedule(EngineSetting setting) {
        var value = text(setting);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Schedule.parse(value));
        } catch (IllegalArgumentException e) {
            throw wrong(setting, "is '" + shown(value) + "', " + e.getMessage(), e);
        }
    }

    URI address(EngineSetting setting) {
        var value = required(setting).replaceAll("/+$", "");
        try {
            var uri = URI.create(value);
            if (uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawQuery() != null) {
                throw wrong(setting, "is no address of the form https://host[:port][/path]");
            }
            var loopback = LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
            if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && loopback)) {
                throw wrong(
                        setting,
                        "is '"
                                + shown(value)
                                + "', which is not https (http is allowed for this"
                                + " machine itself only)");
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw wrong(setting, "is no address of the form https://host[:port][/path]", e);
        }
    }

    static FaultException wrong(EngineSetting setting, String what) {
        return new FaultException(fault(setting, what));
    }

    private static FaultException wrong(EngineSetting setting, String what, Throwable cause) {
        return new FaultException(fault(setting, what), cause);
    }

    private static Fault fault(EngineSetting setting, String what) {
        return Fault.of(
                FaultKind.CONFIGURATION,
                "SETTING_INVALID",
                "The setting " + setting.key() + " " + what + ".",
                "");
    }

    private static String shown(String value) {
        var clean = value.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > SHOWN_MAX ? clean.substring(0, SHOWN_MAX) + "…" : clean;
    }
}
