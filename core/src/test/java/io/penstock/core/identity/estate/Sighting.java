package io.penstock.core.identity.estate;

import static io.penstock.core.identity.HostAttribute.CLOUD_PROVIDER;
import static io.penstock.core.identity.HostAttribute.FQDN;
import static io.penstock.core.identity.HostAttribute.HARDWARE_UUID;
import static io.penstock.core.identity.HostAttribute.INSTANCE_ID;
import static io.penstock.core.identity.HostAttribute.IP;
import static io.penstock.core.identity.HostAttribute.MAC;
import static io.penstock.core.identity.HostAttribute.MANUFACTURER;
import static io.penstock.core.identity.HostAttribute.NAME;
import static io.penstock.core.identity.HostAttribute.NETWORK;
import static io.penstock.core.identity.HostAttribute.SERIAL;

import io.penstock.core.identity.HostAttribute;
import io.penstock.core.identity.HostFacts;
import io.penstock.core.identity.Identifiers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** One source's record of a machine in the making, as of the hour it was seen last. */
final class Sighting {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Chance chance;
    private final Machine machine;
    private final int hour;
    private final Map<HostAttribute, List<String>> raw = new EnumMap<>(HostAttribute.class);
    private final Set<String> tokens = new TreeSet<>();

    Sighting(Chance chance, Machine machine, int hour) {
        this.chance = chance;
        this.machine = machine;
        this.hour = hour;
    }

    Sighting name() {
        return nameAt(hour);
    }

    /** As Windows tells it over the network. */
    Sighting netbios() {
        var name = machine.names().host().at(hour).toUpperCase(Locale.ROOT);
        return with(
                NAME,
                name.substring(0, Math.min(15, name.length())),
                name.length() > 15 ? "" : name);
    }

    Sighting fullName() {
        var full = machine.names().full(hour);
        return full.isEmpty()
                ? name()
                : with(FQDN, chance.cased(full) + (chance.of(0.1) ? "." : ""), full)
                        .told(machine.names().host().at(hour));
    }

    /** What an asset list was told at another hour. */
    Sighting nameAt(int other) {
        var name = machine.names().host().at(other);
        return with(NAME, chance.cased(name), name);
    }

    Sighting allMacs() {
        machine.net().macs().at(hour).forEach(mac -> with(MAC, chance.spelled(mac), mac));
        machine.net().made().forEach(mac -> with(MAC, chance.spelled(mac), mac));
        return this;
    }

    Sighting pluggedMac() {
        var mac = machine.net().plugged().at(hour);
        return with(MAC, chance.spelled(mac), mac);
    }

    Sighting lastMacAt(int other) {
        var mac = machine.net().macs().at(other).getLast();
        return with(MAC, chance.spelled(mac), mac);
    }

    Sighting ip() {
        return with(IP, machine.net().ip().at(hour), "");
    }

    Sighting network() {
        return with(NETWORK, machine.net().network(), "");
    }

    Sighting uuid() {
        var uuid = machine.hardware().uuid();
        return with(
                HARDWARE_UUID, chance.of(0.5) ? uuid.toUpperCase(Locale.ROOT) : turned(uuid), uuid);
    }

    Sighting serial(boolean byFirmware) {
        var serial = machine.hardware().serial();
        var maker = byFirmware ? machine.hardware().firmware() : machine.hardware().maker();
        return with(SERIAL, chance.of(0.3) ? serial.toLowerCase(Locale.ROOT) : serial, serial)
                .with(MANUFACTURER, maker, "");
    }

    Sighting instance(String provider) {
        return machine.cloud()
                ? with(INSTANCE_ID, machine.hardware().instance(), machine.hardware().instance())
                        .with(CLOUD_PROVIDER, provider, "")
                : this;
    }

    Set<String> tokens() {
        return tokens;
    }

    HostFacts record(int connection, int trust, int first, int last) {
        return facts(
                connection,
                trust,
                START.plus(Duration.ofHours(first)),
                START.plus(Duration.ofHours(last)));
    }

    /** Of a host that only findings speak of. */
    HostFacts minimal(int connection, int trust) {
        return facts(connection, trust, Instant.EPOCH, Instant.EPOCH);
    }

    private HostFacts facts(int connection, int trust, Instant first, Instant last) {
        UUID id = chance.uuid();
        return new HostFacts(id, connection, trust, first, last, Identifiers.of(raw));
    }

    private Sighting with(HostAttribute attribute, String value, String token) {
        if (!value.isEmpty()) {
            raw.computeIfAbsent(attribute, _ -> new ArrayList<>()).add(value);
        }
        return told(token);
    }

    private Sighting told(String token) {
        if (!token.isEmpty()) {
            tokens.add(token.toLowerCase(Locale.ROOT));
        }
        return this;
    }

    /** The other byte order that tools use. */
    private static String turned(String uuid) {
        if (uuid.length() != 36) {
            return uuid;
        }
        int[] order = {6, 7, 4, 5, 2, 3, 0, 1, 8, 11, 12, 9, 10, 13, 16, 17, 14, 15};
        var text = new StringBuilder();
        for (var i : order) {
            text.append(uuid.charAt(i));
        }
        return text + uuid.substring(18);
    }
}
