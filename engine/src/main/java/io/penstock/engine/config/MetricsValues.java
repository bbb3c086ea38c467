package io.penstock.engine.config;

import io.penstock.core.fault.FaultException;
import io.penstock.source.Secret;
import io.penstock.wire.env.EngineSetting;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The environment's metrics, under the keys of OpenTelemetry's own specification. */
final class MetricsValues {

    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$&'*+.^_`|~-]{1,100}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{1,4000}");
    private static final Pattern ATTRIBUTE = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern ATTRIBUTE_VALUE = Pattern.compile("[^\\p{Cntrl}]{0,255}");

    /** What the HTTP client writes by itself. */
    private static final Set<String> RESERVED =
            Set.of("connection", "content-length", "content-type", "expect", "host", "upgrade");

    private static final int PAIRS_MAX = 32;

    private final SettingValues values;

    MetricsValues(SettingValues values) {
        this.values = values;
    }

    /** Empty when no collector is named. A wrong value is refused even then. */
    Optional<MetricsSettings> metrics() {
        var headers = headers();
        var every = values.duration(EngineSetting.METRICS_INTERVAL);
        var attributes = pairs(EngineSetting.METRICS_ATTRIBUTES, ATTRIBUTE, ATTRIBUTE_VALUE);
        if (values.text(EngineSetting.METRICS_ENDPOINT).isEmpty()) {
            return Optional.empty();
        }
        var collector = collector();
        if (!headers.isEmpty() && !keepsSecrets(collector)) {
            throw wrong(
                    EngineSetting.METRICS_HEADERS,
                    "would travel in the clear, because "
                            + EngineSetting.METRICS_ENDPOINT.key()
                            + " is not https");
        }
        return Optional.of(
                new MetricsSettings(
                        collector,
                        headers,
                        every,
                        values.text(EngineSetting.METRICS_SERVICE),
                        attributes));
    }

    /** For hiding: never fails. */
    List<String> secrets() {
        try {
            return headers().values().stream().map(Secret::reveal).toList();
        } catch (FaultException e) {
            return List.of();
        }
    }

    private Map<String, Secret> headers() {
        var pairs = pairs(EngineSetting.METRICS_HEADERS, HEADER, HEADER_VALUE);
        for (var name : pairs.keySet()) {
            if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
                throw wrong(
                        EngineSetting.METRICS_HEADERS,
                        "names the header " + name + ", which the engine writes itself");
            }
        }
        return pairs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> new Secret(e.getValue())));
    }

    private URI collector() {
        var value = values.text(EngineSetting.METRICS_ENDPOINT).replaceAll("/+$", "");
        var uri = uri(value);
        if (uri == null
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !Set.of("http", "https").contains(uri.getScheme())) {
            // Not shown: an address may hold a login.
            throw wrong(
                    EngineSetting.METRICS_ENDPOINT,
                    "is no address of the form https://host[:port][/path]");
        }
        return uri;
    }

    private static @Nullable URI uri(String value) {
        try {
            return URI.create(value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean keepsSecrets(URI collector) {
        return "https".equals(collector.getScheme())
                || PlaceValues.LOOPBACK.contains(collector.getHost().toLowerCase(Locale.ROOT));
    }

    /** As W3C baggage writes them, without its properties. */
    private Map<String, String> pairs(EngineSetting setting, Pattern names, Pattern texts) {
        var pairs = new LinkedHashMap<String, String>();
        for (var part : values.value(setting).split(",")) {
            if (!part.isBlank()) {
                var divider = part.indexOf('=');
                var name = decoded(part.substring(0, Math.max(divider, 0)).strip());
                var text = decoded(part.substring(divider + 1).strip());
                if (!names.matcher(name).matches() || !texts.matcher(text).matches()) {
                    throw noPair(setting, pairs.size() + 1);
                }
                pairs.put(name, text);
            }
        }
        if (pairs.size() > PAIRS_MAX) {
            throw wrong(setting, "has " + pairs.size() + " parts, at most " + PAIRS_MAX);
        }
        return pairs;
    }

    /** The text, or one that fits nothing when it is encoded wrongly. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "\0";
        }
    }

    private static FaultException noPair(EngineSetting setting, int number) {
        return wrong(setting, "is no list of name=value divided by commas; see part " + number);
    }

    private static FaultException wrong(EngineSetting setting, String what) {
        return SettingValues.wrong(setting, what);
    }
}
