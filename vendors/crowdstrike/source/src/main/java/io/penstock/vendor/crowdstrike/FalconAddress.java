package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The base address of a Falcon cloud and the rule where credentials may travel: to the address a
 * person entered, and by a redirect only to a cloud the vendor is known to run. A loopback address
 * may redirect within its own host, so that a simulated vendor can do it too.
 *
 * @param text scheme, authority and an optional path prefix, without a slash at the end
 */
record FalconAddress(String text) {

    private static final Set<String> CLOUDS =
            Set.of(
                    "api.crowdstrike.com",
                    "api.us-2.crowdstrike.com",
                    "api.us-3.crowdstrike.com",
                    "api.eu-1.crowdstrike.com",
                    "api.laggar.gcw.crowdstrike.com",
                    "api.us-gov-2.crowdstrike.mil");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int LENGTH_MAX = 400;

    /**
     * @throws FaultException CONFIGURATION when the text is no https address (http is allowed for
     *     the machine itself)
     */
    static FalconAddress parse(String text) {
        var uri = uri(text).orElseThrow(() -> wrong(text, "is not an address"));
        if (uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw wrong(uri.getHost(), "holds more than scheme, host, port and path");
        }
        if (!uri.getScheme().equals("https") && !isLoopback(uri)) {
            throw wrong(text, "is not https");
        }
        return new FalconAddress(text.strip().replaceAll("/+$", ""));
    }

    private static Optional<URI> uri(String text) {
        try {
            var uri = URI.create(text.strip());
            var usable =
                    uri.getHost() != null
                            && text.length() <= LENGTH_MAX
                            && Set.of("http", "https").contains(String.valueOf(uri.getScheme()));
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static FaultException wrong(String text, String why) {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "VENDOR_URL_WRONG",
                "The connection's setting 'url' is '" + text + "', which " + why + ".",
                "Enter the base URL of your Falcon cloud, such as"
                        + " https://api.us-2.crowdstrike.com.");
    }

    URI resolve(String pathAndQuery) {
        return URI.create(text + pathAndQuery);
    }

    /**
     * Where a redirect of a call leads, when it may be followed.
     *
     * @param pathAndQuery what was asked for; the same must be found at the new address
     */
    Optional<FalconAddress> redirected(String location, String pathAndQuery) {
        var target = uri(location);
        if (target.isEmpty() || target.get().getRawUserInfo() != null || !trusted(target.get())) {
            return Optional.empty();
        }
        var path = pathAndQuery.split("\\?", 2)[0];
        var found = String.valueOf(target.get().getRawPath());
        if (!found.endsWith(path)) {
            return Optional.empty();
        }
        var prefix = found.substring(0, found.length() - path.length());
        var home = target.get().getScheme() + "://" + target.get().getRawAuthority() + prefix;
        return Optional.of(new FalconAddress(home));
    }

    private boolean trusted(URI target) {
        var host = target.getHost().toLowerCase(Locale.ROOT);
        var own = URI.create(text);
        if (isLoopback(own)) {
            return host.equals(own.getHost().toLowerCase(Locale.ROOT));
        }
        return target.getScheme().equals("https")
                && target.getPort() == -1
                && CLOUDS.contains(host);
    }

    private static boolean isLoopback(URI uri) {
        return LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return text;
    }
}
