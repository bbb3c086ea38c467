package io.penstock.platform.connector;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** A vendor's base URL as a person pastes it, brought to one form (S-007, S-025). */
final class SettingUrl {

    private static final String TOKEN_PATH = "/oauth2/token";
    private static final int LENGTH_MAX = 2_000;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private SettingUrl() {}

    /**
     * Without a trailing slash, without the token call's path; host and scheme in lower case.
     *
     * @throws FaultException CONFIGURATION with one sentence when it is no such URL
     */
    static String normalise(String label, String typed) {
        var uri = parse(label, typed);
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (host.isEmpty() || !Set.of("https", "http").contains(scheme)) {
            throw refused(label, "is not an https URL such as https://api.example.com.");
        }
        if (uri.getRawUserInfo() != null) {
            throw refused(label, "must not carry a user name or password.");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw refused(label, "must end with the path; remove what follows '?' or '#'.");
        }
        if (scheme.equals("http") && !LOOPBACK.contains(host)) {
            throw refused(label, "uses http; only https keeps the secret safe on the way.");
        }
        if (uri.getPort() > 65_535) {
            throw refused(label, "has port " + uri.getPort() + ", at most 65535.");
        }
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return scheme + "://" + host + port + path(uri.getRawPath());
    }

    private static URI parse(String label, String typed) {
        if (typed.length() > LENGTH_MAX) {
            throw refused(
                    label, "has " + typed.length() + " characters, at most " + LENGTH_MAX + ".");
        }
        try {
            return new URI(typed.strip());
        } catch (URISyntaxException e) {
            throw refused(label, "is not a URL: " + e.getReason() + ".");
        }
    }

    private static String path(String raw) {
        var path = trimmed(raw);
        if (path.toLowerCase(Locale.ROOT).endsWith(TOKEN_PATH)) {
            path = trimmed(path.substring(0, path.length() - TOKEN_PATH.length()));
        }
        return path;
    }

    private static String trimmed(String path) {
        var end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static FaultException refused(String label, String why) {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "SETTING_URL",
                "The setting '" + label + "' " + why,
                "Enter the base URL as the help beside the field shows it, starting with"
                        + " https://.");
    }
}
