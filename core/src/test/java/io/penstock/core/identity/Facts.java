package io.penstock.core.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes records for tests: {@code Facts.of(1).serial("S1").seen(0, 90).host()}. */
final class Facts {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final UUID id;
    private final int connection;
    private final Map<HostAttribute, List<String>> raw = new EnumMap<>(HostAttribute.class);
    private int trust = 100;
    private Instant first = START;
    private Instant last = START.plus(Duration.ofDays(300));

    private Facts(UUID id, int connection) {
        this.id = id;
        this.connection = connection;
    }

    /** The record {@code number} of a connection; ids sort by number. */
    static Facts of(int number, int connection) {
        return new Facts(id(number), connection);
    }

    static UUID id(int number) {
        return new UUID(((long) number << 32) | 0x4000L, 0x8000_0000_0000_0000L);
    }

    Facts with(HostAttribute attribute, String... values) {
        raw.computeIfAbsent(attribute, _ -> new ArrayList<>()).addAll(List.of(values));
        return this;
    }

    Facts serial(String serial) {
        return with(HostAttribute.SERIAL, serial);
    }

    Facts uuid(String uuid) {
        return with(HostAttribute.HARDWARE_UUID, uuid);
    }

    Facts name(String name) {
        return with(HostAttribute.NAME, name);
    }

    Facts mac(String... macs) {
        return with(HostAttribute.MAC, macs);
    }

    Facts ip(String... ips) {
        return with(HostAttribute.IP, ips);
    }

    Facts trust(int lower) {
        trust = lower;
        return this;
    }

    /** Days after the start. */
    Facts seen(int from, int to) {
        first = START.plus(Duration.ofDays(from));
        last = START.plus(Duration.ofDays(to));
        return this;
    }

    Facts neverSeen() {
        first = Instant.EPOCH;
        last = Instant.EPOCH;
        return this;
    }

    HostFacts host() {
        return new HostFacts(id, connection, trust, first, last, Identifiers.of(raw));
    }
}
