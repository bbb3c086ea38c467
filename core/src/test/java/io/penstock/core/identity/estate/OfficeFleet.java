package io.penstock.core.identity.estate;

import java.util.ArrayList;
import java.util.List;

/** Laptops, desktops and servers with what goes wrong with them. */
final class OfficeFleet {

    private static final List<String> MADE_BY_SOFTWARE =
            List.of(
                    "02:42:AC:11:00:02",
                    "02:42:5B:C1:0A:7E",
                    "00:50:56:C0:00:01",
                    "00:50:56:C0:00:08",
                    "0A:00:27:00:00:00",
                    "00:FF:3A:10:22:31",
                    "02:00:4C:4F:4F:50",
                    "02:50:41:00:00:01",
                    "00:05:9A:3C:7A:00",
                    "00:09:0F:FE:00:01",
                    "00:00:00:00:00:00",
                    "50:50:54:50:30:30");

    private static final List<String> NO_SERIALS =
            List.of(
                    "To be filled by O.E.M.",
                    "Default string",
                    "None",
                    "System Serial Number",
                    "0",
                    "123456789",
                    "0123456789",
                    "Not Specified",
                    "N/A",
                    "00000000");

    private static final List<String> NO_UUIDS =
            List.of(
                    "00000000-0000-0000-0000-000000000000",
                    "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
                    "03000200-0400-0500-0006-000700080009",
                    "12345678-1234-5678-90AB-CDDEEFAABBCC",
                    "Not Settable");

    private final Chance chance;
    private final List<Machine> machines;

    OfficeFleet(Chance chance, List<Machine> machines) {
        this.chance = chance;
        this.machines = machines;
    }

    void fill() {
        many(300, "lt-", HardCase.PLAIN, _ -> {});
        many(60, "dh-", HardCase.DHCP, m -> m.leases(chance.between(12, 96)));
        many(80, "ri-", HardCase.REIMAGED, this::installedAnew);
        many(60, "rn-", HardCase.RENAMED, this::renamed);
        many(50, "ns-", HardCase.NIC_SWAPPED, this::otherAdapters);
        many(70, "vm-", HardCase.VIRTUAL_MAC, this::madeAdapters);
        many(80, "pa-", HardCase.PARTIAL, _ -> {});
        many(60, "ph-", HardCase.PLACEHOLDER, this::placeholders);
        many(60, "production-webserver-", HardCase.FORMAT, _ -> {});
        many(30, "", HardCase.DEFAULT_NAME, this::namedAsItCame);
        docked(80, 25);
        replaced(30);
        for (var size : List.of(30, 20, 8, 5, 3, 2, 2)) {
            batch(size);
        }
    }

    private void many(
            int count, String prefix, HardCase kind, java.util.function.Consumer<Builder> change) {
        for (var i = 0; i < count; i++) {
            var builder = new Builder(chance, prefix + (100 + i));
            sometimes(builder);
            change.accept(builder);
            add(builder, kind);
        }
    }

    /** What happens to any machine now and then. */
    private void sometimes(Builder m) {
        if (chance.of(0.03)) {
            installedAnew(m);
        }
        if (chance.of(0.03)) {
            renamed(m);
        }
        if (chance.of(0.03)) {
            otherAdapters(m);
        }
        if (chance.of(0.1)) {
            m.made.add(chance.pick(MADE_BY_SOFTWARE));
        }
        if (chance.of(0.05)) {
            m.gone = chance.between(m.born + 24 * 30, Machine.NOW);
        }
    }

    private void installedAnew(Builder m) {
        var times = chance.between(1, 4);
        var at = m.born + 24 * 10;
        for (var i = 0; i < times && at < m.gone - 24 * 20; i++) {
            at = chance.between(at, m.gone - 24 * 10);
            m.installs.add(at);
            if (chance.of(0.3)) {
                m.names.from(at, "new-" + chance.letters(8).toLowerCase(java.util.Locale.ROOT));
            }
            at += 24 * 5;
        }
    }

    private void renamed(Builder m) {
        var at = chance.between(Machine.NOW - 24 * 90, Machine.NOW - 24);
        m.names.from(at, "nn-" + chance.letters(8).toLowerCase(java.util.Locale.ROOT));
    }

    private void otherAdapters(Builder m) {
        var at = chance.between(Machine.NOW - 24 * 90, Machine.NOW - 24);
        var other = new ArrayList<>(m.macs.at(0));
        other.set(0, chance.mac());
        m.macs.from(at, List.copyOf(other));
        m.plugged.from(at, other.getFirst());
    }

    private void madeAdapters(Builder m) {
        var count = chance.between(1, 5);
        for (var i = 0; i < count; i++) {
            m.made.add(chance.pick(MADE_BY_SOFTWARE));
        }
    }

    private void placeholders(Builder m) {
        m.serial = chance.pick(NO_SERIALS);
        if (chance.of(0.6)) {
            m.uuid = chance.pick(NO_UUIDS);
        }
    }

    private void namedAsItCame(Builder m) {
        m.names = Timeline.always(chance.pick(List.of("raspberrypi", "ubuntu", "localhost")));
        m.domain = chance.of(0.5) ? "" : "localdomain";
        m.serial = "";
        m.uuid = "";
    }

    private void docked(int laptops, int docks) {
        var adapters = new ArrayList<String>();
        for (var i = 0; i < docks; i++) {
            adapters.add(chance.mac("00:E0:4C"));
        }
        for (var i = 0; i < laptops; i++) {
            var m = new Builder(chance, "dk-" + (100 + i));
            sometimes(m);
            var own = m.macs.at(0);
            for (var at = m.born; at < m.gone; at += chance.between(24, 24 * 14)) {
                var dock = chance.of(0.6) ? chance.pick(adapters) : "";
                var all = new ArrayList<>(own);
                if (!dock.isEmpty()) {
                    all.add(dock);
                }
                m.macs.from(at, List.copyOf(all));
                m.plugged.from(at, dock.isEmpty() ? own.getFirst() : dock);
            }
            add(m, HardCase.DOCKED);
        }
    }

    private void replaced(int pairs) {
        for (var i = 0; i < pairs; i++) {
            var old = new Builder(chance, "rp-" + (100 + i));
            var at = chance.between(old.born + 24 * 40, Machine.NOW - 24 * 10);
            old.lives(old.born, at);
            var next = new Builder(chance, "rp-" + (100 + i));
            next.lives(at + chance.below(24 * 5), Machine.NOW);
            next.domain = old.domain;
            if (chance.of(0.4)) {
                var ip = "10.0.9." + i;
                old.fixed(ip);
                next.fixed(ip);
            } else {
                next.leases(24 * 20);
            }
            add(old, HardCase.REPLACED);
            add(next, HardCase.REPLACED);
        }
    }

    private void batch(int size) {
        var serial = "MB-" + chance.letters(8);
        var noUuid = chance.of(0.5);
        for (var i = 0; i < size; i++) {
            var m = new Builder(chance, "bs-" + serial.substring(3, 6) + "-" + i);
            sometimes(m);
            m.serial = serial;
            m.maker = "Shenzhen Boards Co.";
            m.firmware = "American Megatrends Inc.";
            m.uuid = noUuid ? "03000200-0400-0500-0006-000700080009" : m.uuid;
            add(m, HardCase.BATCH_SERIAL);
        }
    }

    private void add(Builder builder, HardCase kind) {
        machines.add(builder.build(machines.size(), kind));
    }
}
