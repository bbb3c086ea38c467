package io.penstock.core.identity;

import static io.penstock.core.identity.Identifier.IP;
import static io.penstock.core.identity.Identifier.MAC;
import static io.penstock.core.identity.Identifier.NETWORK;

import io.penstock.core.value.IpAddress;
import io.penstock.core.value.MacText;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;

/** MAC addresses, IP addresses and the networks they are in. */
final class NetworkAddresses {

    /** What hosts call themselves inside the networks they make for their guests. */
    private static final Set<String> INSIDE =
            Set.of(
                    "172.17.0.1",
                    "172.18.0.1",
                    "172.19.0.1",
                    "192.168.122.1",
                    "192.168.56.1",
                    "192.168.99.1",
                    "10.0.75.1",
                    "10.0.2.15",
                    "255.255.255.255");

    private NetworkAddresses() {}

    static void read(Collected collected) {
        collected.raw(HostAttribute.MAC).forEach(raw -> mac(collected, raw));
        collected.raw(HostAttribute.IP).forEach(raw -> ip(collected, raw));
        for (var raw : collected.raw(HostAttribute.NETWORK)) {
            if (Placeholders.isOne(raw)) {
                collected.ignore(NETWORK, raw, Placeholders.REASON);
            } else {
                collected.keep(NETWORK, raw.toLowerCase(Locale.ROOT));
            }
        }
    }

    private static void mac(Collected collected, String raw) {
        MacText.normal(raw)
                .ifPresentOrElse(
                        normal ->
                                MacAddress.junk(normal)
                                        .ifPresentOrElse(
                                                why -> collected.ignore(MAC, raw, why),
                                                () -> collected.keep(MAC, normal)),
                        () -> collected.ignore(MAC, raw, "not a MAC address"));
    }

    private static void ip(Collected collected, String raw) {
        var zone = raw.indexOf('%');
        IpAddress.parse(zone < 0 ? raw : raw.substring(0, zone))
                .ifPresentOrElse(
                        address -> judge(collected, raw, address),
                        () -> collected.ignore(IP, raw, "not an IP address"));
    }

    private static void judge(Collected collected, String raw, InetAddress address) {
        var text = address.getHostAddress();
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            collected.ignore(IP, raw, "every host has it");
        } else if (address.isLinkLocalAddress()) {
            collected.ignore(IP, raw, "link-local: hosts give it themselves");
        } else if (address.isMulticastAddress()) {
            collected.ignore(IP, raw, "a group's address");
        } else if (INSIDE.contains(text)) {
            collected.ignore(IP, raw, "an address of networks that exist inside a host");
        } else {
            collected.keep(IP, text);
        }
    }
}
