package io.penstock.core.identity;

import static io.penstock.core.identity.Identifier.FQDN;
import static io.penstock.core.identity.Identifier.HARDWARE_UUID;
import static io.penstock.core.identity.Identifier.HOSTNAME;
import static io.penstock.core.identity.Identifier.IP;
import static io.penstock.core.identity.Identifier.MAC;
import static io.penstock.core.identity.Identifier.NETWORK;
import static io.penstock.core.identity.Identifier.SERIAL;

import java.util.List;

/** The rules that every tenant has, in their order (S-056, S-061; etm 5.7). */
public final class SystemRules {

    /** Locked, always first: what one source calls by one key is one record. */
    public static final IdentificationRule NATIVE_KEY =
            new IdentificationRule(
                    "native-key",
                    "Native key of the source",
                    "The source's own key of the host. Always on, always first: what the source"
                            + " calls by one key is one machine.",
                    List.of(),
                    true,
                    true,
                    true);

    /** All, in order, the native key first. */
    public static final List<IdentificationRule> ALL =
            List.of(
                    NATIVE_KEY,
                    on(
                            "instance",
                            "Cloud instance",
                            "The cloud provider and its id of the instance. No two instances ever"
                                    + " have the same.",
                            Identifier.INSTANCE),
                    on(
                            "hardware-uuid",
                            "Hardware UUID",
                            "The UUID in the firmware. Copies of virtual machines may share one;"
                                    + " then it does not count.",
                            HARDWARE_UUID),
                    on(
                            "serial",
                            "BIOS serial number",
                            "The serial number of the machine; two makers may use the same number,"
                                    + " so the maker counts too where both sources name it.",
                            SERIAL),
                    on("fqdn", "Full name", "The host name with its domain.", FQDN),
                    on(
                            "hostname-mac",
                            "Host name and MAC address",
                            "The host name and one of the MAC addresses.",
                            HOSTNAME,
                            MAC),
                    on(
                            "mac",
                            "MAC address",
                            "One of the MAC addresses, unless the names or anything stronger"
                                + " differ: a dock or an adapter moves from machine to machine.",
                            MAC),
                    on(
                            "hostname-ip",
                            "Host name and IP address",
                            "The host name and one of the IP addresses, unless anything stronger"
                                    + " differs.",
                            HOSTNAME,
                            IP),
                    on(
                            "hostname",
                            "Host name",
                            "The host name alone, unless anything stronger differs.",
                            HOSTNAME),
                    new IdentificationRule(
                            "ip-network",
                            "IP address and network",
                            "One of the IP addresses in the same network. Off unless somebody wants"
                                    + " it: addresses pass from machine to machine.",
                            List.of(IP, NETWORK),
                            true,
                            false,
                            false));

    private SystemRules() {}

    private static IdentificationRule on(
            String key, String label, String explanation, Identifier... attributes) {
        return new IdentificationRule(
                key, label, explanation, List.of(attributes), true, false, true);
    }
}
