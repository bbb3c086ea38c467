package io.penstock.core.identity;

import java.util.Optional;

/**
 * What can tell machines apart, strongest first; the order is the one in which identifiers veto
 * matches of weaker ones.
 */
public enum Identifier {
    /** {@code aws:i-0abc}: cloud provider and its id of the instance. */
    INSTANCE("instance", "cloud instance"),
    /** 32 hexadecimal digits with hyphens, in the one byte order both spellings lead to. */
    HARDWARE_UUID("hardware-uuid", "hardware UUID"),
    /** {@code 7XK2L93} or {@code 7XK2L93 (dell)}: capital letters and digits, then the maker. */
    SERIAL("serial", "serial number"),
    /** {@code web-1.corp.example.com}: lower case, at least one dot. */
    FQDN("fqdn", "full name"),
    /** {@code 00:50:56:93:D7:C1}. */
    MAC("mac", "MAC address"),
    /** {@code web-1}: lower case, without the domain. */
    HOSTNAME("hostname", "host name"),
    /** {@code 10.0.0.5} or {@code 2001:db8:0:0:0:0:0:1}. Never a rule of its own. */
    IP("ip", "IP address"),
    /** The network that addresses belong to, as the source names it. Never a rule of its own. */
    NETWORK("network", "network");

    private final String key;
    private final String label;

    Identifier(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The identifier with this {@link #key}. */
    public static Optional<Identifier> find(String key) {
        for (var identifier : values()) {
            if (identifier.key.equals(key)) {
                return Optional.of(identifier);
            }
        }
        return Optional.empty();
    }

    /** The word for it over REST and in rule keys, such as {@code hardware-uuid}. */
    public String key() {
        return key;
    }

    /** The words for it in a sentence, such as {@code hardware UUID}. */
    public String label() {
        return label;
    }

    /** True when this one vetoes matches by {@code other}. */
    public boolean strongerThan(Identifier other) {
        return compareTo(other) < 0;
    }
}
