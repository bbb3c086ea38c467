package io.penstock.platform.export;

import io.penstock.core.value.IpAddress;
import io.penstock.core.value.MacText;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The addresses of a machine: those in a form that OCSF takes, and the others, kept as they are.
 *
 * @param macs in capitals with colons
 */
record OcsfAddresses(
        List<String> ips, List<String> macs, List<String> otherIps, List<String> otherMacs) {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IP_V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IP_V6 = Pattern.compile("[0-9A-Fa-f:]{2,39}");

    OcsfAddresses {
        ips = List.copyOf(ips);
        macs = List.copyOf(macs);
        otherIps = List.copyOf(otherIps);
        otherMacs = List.copyOf(otherMacs);
    }

    static OcsfAddresses of(List<String> ipAddresses, List<String> macAddresses) {
        var otherIps = new ArrayList<String>();
        var otherMacs = new ArrayList<String>();
        return new OcsfAddresses(
                sorted(ipAddresses, OcsfAddresses::ip, otherIps),
                sorted(macAddresses, MacText::normal, otherMacs),
                otherIps,
                otherMacs);
    }

    static Optional<String> ip(String text) {
        var v6 = IP_V6.matcher(text).matches() && IpAddress.parse(text).isPresent();
        return v6 || IP_V4.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    private static List<String> sorted(
            List<String> texts, Function<String, Optional<String>> form, List<String> others) {
        var good = new ArrayList<String>();
        for (var text : texts) {
            form.apply(text).ifPresentOrElse(good::add, () -> others.add(text));
        }
        return good;
    }
}
