package io.penstock.engine.config;

import io.penstock.wire.env.EngineSetting;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The environment's addresses, hosts and paths. */
final class PlaceValues {

    static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Pattern HOST_FORM = Pattern.compile("[A-Za-z0-9._-]{1,253}|[0-9a-fA-F:]+");
    private static final Pattern HOST_PATTERN =
            Pattern.compile("(\\*?[a-z0-9._:-]{1,253}\\*?)|\\[[0-9a-f.:]{2,45}]|\\*");

    private final SettingValues values;

    PlaceValues(SettingValues values) {
        this.values = values;
    }

    String host(EngineSetting setting) {
        var value = values.required(setting);
        if (!HOST_FORM.matcher(value).matches()) {
            throw SettingValues.wrong(
                    setting,
                    "is '" + SettingValues.shown(value) + "', which is no host name or address");
        }
        return value;
    }

    boolean proxyTls(EngineSetting setting) {
        return switch (values.text(setting).toLowerCase(Locale.ROOT)) {
            case "http" -> false;
            case "https" -> true;
            default ->
                    throw SettingValues.wrong(
                            setting,
                            "is '"
                                    + SettingValues.shown(values.text(setting))
                                    + "', which is neither http nor https");
        };
    }

    List<String> hosts(EngineSetting setting) {
        var value = values.text(setting).toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            return List.of();
        }
        var hosts = List.of(value.split("[,|\\s]+"));
        for (var host : hosts) {
            if (!HOST_PATTERN.matcher(host).matches()) {
                throw SettingValues.wrong(
                        setting,
                        "holds '"
                                + SettingValues.shown(host)
                                + "', which is no "
                                + setting.form().words());
            }
        }
        return hosts;
    }

    Path path(EngineSetting setting) {
        try {
            return Path.of(values.required(setting));
        } catch (InvalidPathException e) {
            throw SettingValues.wrong(
                    setting,
                    "is '" + SettingValues.shown(values.text(setting)) + "', which is no path",
                    e);
        }
    }

    Optional<Path> file(EngineSetting setting) {
        if (values.text(setting).isEmpty()) {
            return Optional.empty();
        }
        var file = path(setting);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw SettingValues.wrong(
                    setting,
                    "is '"
                            + SettingValues.shown(values.text(setting))
                            + "', which is no readable file");
        }
        return Optional.of(file);
    }

    URI address(EngineSetting setting) {
        var value = values.required(setting).replaceAll("/+$", "");
        try {
            var uri = URI.create(value);
            if (uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawQuery() != null) {
                throw SettingValues.wrong(
                        setting, "is no address of the form https://host[:port][/path]");
            }
            var loopback = LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
            if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && loopback)) {
                throw SettingValues.wrong(
                        setting,
                        "is '"
                                + SettingValues.shown(value)
                                + "', which is not https (http is allowed for this"
                                + " machine itself only)");
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw SettingValues.wrong(
                    setting, "is no address of the form https://host[:port][/path]", e);
        }
    }
}
