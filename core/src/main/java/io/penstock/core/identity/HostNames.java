package io.penstock.core.identity;

import static io.penstock.core.identity.Identifier.HOSTNAME;

import io.penstock.core.value.IpAddress;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Host names and full names: {@code WEB-1.Corp.Example.com} says both. */
final class HostNames {

    /** Windows cuts names for NetBIOS to this. */
    private static final int NETBIOS_LENGTH = 15;

    private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?");
    private static final Pattern FOUR_NUMBERS =
            Pattern.compile(
                    "(?:.*[^0-9])?(\\d{1,3})[-._](\\d{1,3})[-._](\\d{1,3})[-._](\\d{1,3})(?:[^0-9].*)?");
    private static final Pattern HEX_ADDRESS = Pattern.compile("ip-[0-9a-f]{8}");

    /** What systems are called until somebody gives them a name. */
    private static final Set<String> DEFAULTS =
            Set.of(
                    "localhost",
                    "localhost4",
                    "localhost6",
                    "localdomain",
                    "host",
                    "hostname",
                    "computer",
                    "desktop",
                    "laptop",
                    "pc",
                    "mypc",
                    "server",
                    "client",
                    "workstation",
                    "minwinpc",
                    "ubuntu",
                    "debian",
                    "centos",
                    "fedora",
                    "redhat",
                    "rhel",
                    "linux",
                    "kali",
                    "alpine",
                    "raspberrypi",
                    "openwrt",
                    "router",
                    "switch",
                    "printer",
                    "android",
                    "iphone",
                    "ipad",
                    "macbook",
                    "macbookpro",
                    "macbook-pro",
                    "macbook-air",
                    "imac",
                    "mac-mini",
                    "vm",
                    "template");

    /** Domains that a device or a resolver makes up. */
    private static final List<String> MADE_UP =
            List.of(
                    ".localdomain",
                    ".localhost",
                    ".local",
                    ".lan",
                    ".home",
                    ".home.arpa",
                    ".in-addr.arpa",
                    ".ip6.arpa",
                    ".mshome.net",
                    ".fritz.box",
                    ".workgroup",
                    ".invalid");

    private HostNames() {}

    static void read(Collected collected) {
        collected.raw(HostAttribute.FQDN).forEach(raw -> one(collected, raw, Identifier.FQDN));
        collected.raw(HostAttribute.NAME).forEach(raw -> one(collected, raw, HOSTNAME));
    }

    /** True unless they differ by more than Windows's cut. */
    static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        return (one.length() == NETBIOS_LENGTH && other.startsWith(one))
                || (other.length() == NETBIOS_LENGTH && one.startsWith(other));
    }

    /** What Windows leaves of a name. */
    static String cut(String name) {
        return name.length() <= NETBIOS_LENGTH ? name : name.substring(0, NETBIOS_LENGTH);
    }

    /** The name before the domain. */
    static String label(String name) {
        var dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static void one(Collected collected, String raw, Identifier as) {
        var name = withoutTrailingDot(raw.toLowerCase(Locale.ROOT));
        var label = label(name);
        if (IpAddress.parse(name).isPresent()) {
            collected.ignore(as, raw, "an address, not a name");
        } else if (!valid(name)) {
            collected.ignore(as, raw, "not a name");
        } else if (writtenAddress(name)) {
            collected.ignore(as, raw, "it only spells an address");
        } else if (DEFAULTS.contains(label) || Placeholders.isOne(label)) {
            collected.ignore(as, raw, "a name that systems have until they are given one");
        } else {
            collected.keep(HOSTNAME, label);
            full(collected, raw, name);
        }
    }

    private static void full(Collected collected, String raw, String name) {
        if (name.indexOf('.') < 0) {
            return;
        }
        if (MADE_UP.stream().anyMatch(name::endsWith)) {
            collected.ignore(Identifier.FQDN, raw, "its domain is made up by a device");
        } else {
            collected.keep(Identifier.FQDN, name);
        }
    }

    private static boolean valid(String name) {
        if (name.length() < 2 || name.length() > 253) {
            return false;
        }
        return List.of(name.split("\\.", -1)).stream().allMatch(l -> LABEL.matcher(l).matches());
    }

    private static boolean writtenAddress(String name) {
        if (HEX_ADDRESS.matcher(label(name)).matches()) {
            return true;
        }
        var numbers = FOUR_NUMBERS.matcher(name);
        if (!numbers.matches()) {
            return false;
        }
        for (var i = 1; i <= 4; i++) {
            if (Integer.parseInt(numbers.group(i)) > 255) {
                return false;
            }
        }
        return true;
    }

    private static String withoutTrailingDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
