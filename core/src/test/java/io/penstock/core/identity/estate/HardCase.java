package io.penstock.core.identity.estate;

/** What is difficult about a machine. */
enum HardCase {
    PLAIN,
    /** Boards of one batch carry one serial number. */
    BATCH_SERIAL,
    /** Copies of one image carry its UUID and its serial number, some for a while its name. */
    VDI_CLONE,
    /** Docks and their MAC addresses move from laptop to laptop. */
    DOCKED,
    /** Adapters that software makes have the same addresses on every host. */
    VIRTUAL_MAC,
    /** Every shop has a pos1 with 10.0.0.5. */
    TWO_SITES,
    /** Addresses are leased for days. */
    DHCP,
    /** Installed anew: new sensor, sometimes a new name. */
    REIMAGED,
    RENAMED,
    NIC_SWAPPED,
    /** Each source knows one or two attributes. */
    PARTIAL,
    /** Instances that come and go under the same names and addresses. */
    CLOUD_RECYCLED,
    /** Firmware and tools that fill in words where values should be. */
    PLACEHOLDER,
    /** Names that Windows cuts, other spellings of everything. */
    FORMAT,
    /** Devices that are called what they came as. */
    DEFAULT_NAME,
    /** A new machine under the name of the one it replaces. */
    REPLACED
}
