package io.penstock.core.identity.estate;

import io.penstock.core.identity.estate.Machine.Hardware;
import io.penstock.core.identity.estate.Machine.Life;
import io.penstock.core.identity.estate.Machine.Names;
import io.penstock.core.identity.estate.Machine.Net;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A machine in the making: an ordinary one, until something is changed. */
final class Builder {

    private static final String DOMAIN = "corp.example.com";

    final Chance chance;
    String uuid;
    String serial;
    String maker;
    String firmware;
    String instance = "";
    Timeline<String> names;
    String domain;
    Timeline<List<String>> macs;
    Timeline<String> plugged;
    Timeline<String> ips;
    final List<String> made = new ArrayList<>();
    String network;
    int born;
    int gone = Machine.NOW;
    final List<Integer> installs = new ArrayList<>();

    Builder(Chance chance, String name) {
        this.chance = chance;
        uuid = chance.uuid().toString();
        names = Timeline.always(name);
        domain = chance.of(0.8) ? DOMAIN : "";
        born = chance.between(0, 250 * 24);
        installs.add(born + chance.below(72));
        hardware();
        adapters(chance.of(0.6) ? List.of(chance.mac(), chance.mac()) : List.of(chance.mac()));
        network = "site-" + chance.below(6);
        leases(chance.between(48, 24 * 40));
    }

    Builder virtual() {
        maker = "VMware, Inc.";
        firmware = "Phoenix Technologies LTD";
        serial = vmwareSerial(uuid);
        return adapters(List.of(chance.mac("00:50:56")));
    }

    Builder adapters(List<String> all) {
        macs = Timeline.always(all);
        plugged = Timeline.always(all.getFirst());
        return this;
    }

    Builder lives(int from, int to) {
        born = from;
        gone = to;
        installs.clear();
        installs.add(from + 1);
        return this;
    }

    /** Every so many hours another address out of the site's. */
    Builder leases(int hours) {
        ips = Timeline.always(address());
        for (var at = born + hours; at < gone; at += hours) {
            ips.from(at, address());
        }
        return this;
    }

    Builder fixed(String ip) {
        ips = Timeline.always(ip);
        return this;
    }

    Machine build(int number, HardCase kind) {
        return new Machine(
                number,
                kind,
                new Hardware(uuid, serial, maker, firmware, instance),
                new Names(names, domain),
                new Net(macs, plugged, ips, List.copyOf(made), network),
                new Life(born, gone, installs.stream().sorted().toList()));
    }

    static String vmwareSerial(String uuid) {
        var hex = uuid.replace("-", "").toLowerCase(Locale.ROOT);
        var text = new StringBuilder("VMware-");
        for (var i = 0; i < hex.length(); i += 2) {
            text.append(i == 0 ? "" : i == 16 ? "-" : " ").append(hex, i, i + 2);
        }
        return text.toString();
    }

    private void hardware() {
        switch (chance.below(4)) {
            case 0 -> made("Dell Inc.", "Dell Inc.", chance.letters(7));
            case 1 -> made("Hewlett-Packard", "HP", "5CG" + chance.letters(7));
            case 2 -> made("LENOVO", "LENOVO", "PF" + chance.letters(6));
            default -> made("Supermicro", "American Megatrends Inc.", "S" + chance.letters(14));
        }
    }

    private void made(String by, String firmwareBy, String number) {
        maker = by;
        firmware = firmwareBy;
        serial = number;
    }

    /** Sites use the same private ranges. */
    private String address() {
        return "10.0." + chance.below(4) + "." + chance.between(10, 250);
    }
}
