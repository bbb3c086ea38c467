package io.penstock.launcher.query;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The address of a platform that a password may be sent to. */
final class ServerAddress {

    private ServerAddress() {}

    /**
     * @param plainHttp true when the password may travel in clear text to another machine
     * @throws FaultException CONFIGURATION when it is no such address
     */
    static URI of(String text, boolean plainHttp) {
        var address = parsed(text);
        var scheme =
                address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        var host = address.getHost();
        if (host == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw wrong(text, "has not the form https://host or http://host:port.", "");
        }
        if (address.getRawUserInfo() != null) {
            throw wrong(
                    "…@" + host,
                    "holds a user.",
                    "Use --user, and never a password in an address.");
        }
        var path = address.getRawPath();
        if (!(path.isEmpty() || path.equals("/"))
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw wrong(text, "has something behind the host.", "Leave it out.");
        }
        if (scheme.equals("http") && !plainHttp && !loopback(host)) {
            throw wrong(
                    text,
                    "is not encrypted and on another machine.",
                    "Use https, or --plain-http when everyone on the way may read the password.");
        }
        return address;
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw wrong("--server", "cannot be read as an address.", "");
        }
    }

    /** By its name alone; no other name is looked up. */
    private static boolean loopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            // A name and not an address: that of another machine.
            return false;
        }
    }

    private static FaultException wrong(String address, String what, String hint) {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "SERVER_ADDRESS",
                "The address " + address + " " + what,
                hint);
    }
}
