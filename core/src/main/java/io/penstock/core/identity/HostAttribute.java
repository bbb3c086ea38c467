package io.penstock.core.identity;

/** What a source may say of a host that identifiers are made of, as the source writes it. */
public enum HostAttribute {
    /** Such as {@code AWS_EC2_V2} or {@code azure}; guessed from the instance id when missing. */
    CLOUD_PROVIDER,
    INSTANCE_ID,
    HARDWARE_UUID,
    SERIAL,
    /** Who made the machine; names of firmware makers are taken for none. */
    MANUFACTURER,
    /** Full names. */
    FQDN,
    /** Host names, with or without a domain. */
    NAME,
    MAC,
    IP,
    NETWORK
}
