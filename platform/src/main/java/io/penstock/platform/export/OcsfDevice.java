package io.penstock.platform.export;

import io.penstock.platform.search.AssetRow;
import io.penstock.platform.search.Machine;

import org.jspecify.annotations.Nullable;

import java.util.UUID;
import java.util.regex.Pattern;

/** OCSF's device: the machine of a finding, or an asset. */
final class OcsfDevice {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern SERVER = Pattern.compile("(?i)\\bserver\\b");

    private final UUID id;
    private final String name;
    private final Machine machine;
    private final OcsfAddresses addresses;

    OcsfDevice(UUID id, String name, Machine machine) {
        this.id = id;
        this.name = name;
        this.machine = machine;
        this.addresses = OcsfAddresses.of(machine.ipAddresses(), machine.macAddresses());
    }

    /**
     * @param row what the device's own record says; null when a finding is written
     */
    void write(JsonMembers json, @Nullable AssetRow row) {
        json.object("device");
        json.text("uid", id.toString());
        json.text("uid_alt", machine.externalAssetId());
        json.text("instance_uid", machine.identifiers().cloudInstanceId());
        json.text("name", name);
        json.text("hostname", hostname());
        type(json);
        operatingSystem(json);
        network(json);
        hardware(json);
        if (row != null) {
            json.millis("first_seen_time", row.firstSeen());
            json.millis("last_seen_time", row.lastSeen());
            json.number("risk_score", (long) row.score());
        }
        json.end();
    }

    /** The machine once more as what a finding is about, in short. */
    void resource(JsonMembers json) {
        json.list("resources");
        json.object();
        json.text("uid", id.toString());
        json.text("uid_alt", machine.externalAssetId());
        json.text("name", name);
        json.text("hostname", hostname());
        json.text("type", "Host");
        addresses.ips().stream().findFirst().ifPresent(ip -> json.text("ip", ip));
        json.end();
        json.end();
    }

    /** True when there is something for {@link #cloud}. */
    boolean inCloud() {
        return !machine.identifiers().cloudProvider().isEmpty();
    }

    void cloud(JsonMembers json) {
        json.object("cloud");
        json.text("provider", machine.identifiers().cloudProvider());
        json.end();
    }

    /** What has no place in a device, in members of the object that is open. */
    void unmapped(JsonMembers json) {
        json.texts("ip_addresses", addresses.otherIps());
        json.texts("mac_addresses", addresses.otherMacs());
        if (!hasUuid()) {
            json.text("hardware_uuid", machine.identifiers().hardwareUuid());
        }
    }

    /** Full name; else the name, unless it stands in for a host name that no source says. */
    private String hostname() {
        var fqdn = machine.identifiers().fqdn();
        if (!fqdn.isEmpty()) {
            return fqdn;
        }
        var standsIn = name.equals(machine.externalAssetId()) || OcsfAddresses.ip(name).isPresent();
        return standsIn ? "" : name;
    }

    private void type(JsonMembers json) {
        var server = SERVER.matcher(machine.operatingSystem()).find();
        json.number("type_id", server ? 1L : 0L);
        json.text("type", server ? "Server" : "Unknown");
    }

    private void operatingSystem(JsonMembers json) {
        if (machine.operatingSystem().isEmpty()) {
            return;
        }
        var family = OcsfOperatingSystem.of(machine.operatingSystem());
        json.object("os");
        json.text("name", machine.operatingSystem());
        json.number("type_id", (long) family.typeId());
        json.text("type", family.caption());
        json.end();
    }

    /** Which address belongs to which card is not known: each is an interface of its own. */
    private void network(JsonMembers json) {
        addresses.ips().stream().findFirst().ifPresent(ip -> json.text("ip", ip));
        addresses.macs().stream().findFirst().ifPresent(mac -> json.text("mac", mac));
        json.list("network_interfaces");
        for (var ip : addresses.ips()) {
            json.object();
            json.text("ip", ip);
            json.end();
        }
        for (var mac : addresses.macs()) {
            json.object();
            json.text("mac", mac);
            json.end();
        }
        json.end();
    }

    private void hardware(JsonMembers json) {
        json.object("hw_info");
        json.text("serial_number", machine.serialNumber());
        json.text("bios_manufacturer", machine.manufacturer());
        if (hasUuid()) {
            json.text("uuid", machine.identifiers().hardwareUuid());
        }
        json.end();
    }

    private boolean hasUuid() {
        return UUID_FORM.matcher(machine.identifiers().hardwareUuid()).matches();
    }
}
