package io.penstock.core.identity.estate;

import java.util.List;
import java.util.Locale;

/** Copies of images, cloud instances, and shops that are all set up alike. */
final class VirtualFleet {

    private final Chance chance;
    private final List<Machine> machines;

    VirtualFleet(Chance chance, List<Machine> machines) {
        this.chance = chance;
        this.machines = machines;
    }

    void fill() {
        for (var size : List.of(40, 25, 8, 4, 2, 2)) {
            copies(size);
        }
        for (var group = 0; group < 12; group++) {
            scaling(group);
        }
        for (var shop = 0; shop < 20; shop++) {
            shop(shop);
        }
        for (var i = 0; i < 8; i++) {
            subsidiaries("nas-" + i, "10.0.0." + (20 + i));
        }
        for (var i = 0; i < 60; i++) {
            var m = new Builder(chance, "srv-app-" + (100 + i)).virtual();
            add(m, HardCase.PLAIN);
        }
    }

    private void copies(int size) {
        var image = new Builder(chance, "GOLD-W11-" + chance.letters(3)).virtual();
        var pool = chance.letters(2);
        for (var i = 0; i < size; i++) {
            var m = new Builder(chance, "VDI-" + pool + "-" + (100 + i)).virtual();
            m.uuid = image.uuid;
            m.serial = image.serial;
            m.domain = "vdi.example.com";
            if (chance.of(0.05)) {
                m.names = image.names;
            }
            add(m, HardCase.VDI_CLONE);
        }
    }

    /** A group that scales: two to four names, each taken by one instance after the other. */
    private void scaling(int group) {
        var named = chance.of(0.8);
        for (var slot = 0; slot < chance.between(2, 5); slot++) {
            var at = chance.between(24 * 200, 24 * 300);
            while (at < Machine.NOW - 48) {
                var end = Math.min(Machine.NOW, at + chance.between(24 * 3, 24 * 60));
                var ip = "10.20." + group + "." + chance.between(10, 20);
                var name = named ? "web-" + group + "-" + slot : "ip-" + ip.replace('.', '-');
                var m = new Builder(chance, name).lives(at, end).fixed(ip);
                amazon(m);
                m.domain = named ? "cloud.example.com" : "ec2.internal";
                add(m, HardCase.CLOUD_RECYCLED);
                at = end + chance.below(24);
            }
        }
    }

    private void amazon(Builder m) {
        m.uuid = "ec2" + m.uuid.substring(3);
        m.serial = m.uuid;
        m.maker = "Amazon EC2";
        m.firmware = "Amazon EC2";
        m.instance = "i-0" + chance.uuid().toString().replace("-", "").substring(0, 16);
        m.adapters(List.of(chance.mac("0A")));
        m.network = "vpc-1";
    }

    private void shop(int shop) {
        var inDomain = shop % 2 == 0;
        for (var till = 1; till <= 4; till++) {
            var m = new Builder(chance, "pos" + till).fixed("10.0.0." + (4 + till));
            m.domain = inDomain ? "shop%02d.example.com".formatted(shop) : "";
            m.network = "SHOP-%02d".formatted(shop).toLowerCase(Locale.ROOT);
            add(m, HardCase.TWO_SITES);
        }
    }

    /** Two companies of one group have chosen the same name and address. */
    private void subsidiaries(String name, String ip) {
        for (var company = 0; company < 2; company++) {
            var m = new Builder(chance, name).fixed(ip);
            m.domain = chance.of(0.5) ? "company%d.example.com".formatted(company) : "";
            m.network = "company-" + company;
            add(m, HardCase.TWO_SITES);
        }
    }

    private void add(Builder builder, HardCase kind) {
        machines.add(builder.build(machines.size(), kind));
    }
}
