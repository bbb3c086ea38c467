package io.penstock.platform.intake;

import java.util.Locale;
import java.util.Random;

/** A machine as it is; the truth that no source sees whole. */
final class FleetMachine {

    private final String serial;
    private final int watchers;
    private String name;
    private String card;
    private String address;
    private boolean retired;

    private FleetMachine(String serial, int watchers, String name, String card, String address) {
        this.serial = serial;
        this.watchers = watchers;
        this.name = name;
        this.card = card;
        this.address = address;
    }

    static FleetMachine fresh(int number, Random random) {
        var serial =
                random.nextInt(4) == 0
                        ? "To be filled by O.E.M."
                        : String.format(Locale.ROOT, "SN-7F%03d", number);
        return new FleetMachine(
                serial, 1 + random.nextInt(3), "srv-" + number, card(random), address(random, 0));
    }

    /** A clone keeps name and serial number, and gets a card of its own. */
    FleetMachine copy(int number, Random random) {
        var cloned = random.nextBoolean() ? name : name + "-" + number;
        return new FleetMachine(serial, watchers, cloned, card(random), address(random, 0));
    }

    void rename(Random random) {
        name = "srv-x" + random.nextInt(20);
    }

    void swapCard(Random random) {
        card = card(random);
    }

    void address(Random random) {
        address = address(random, 0);
    }

    void retire() {
        retired = true;
    }

    boolean retired() {
        return retired;
    }

    boolean watchedBy(int connection) {
        return (watchers & (1 << connection)) != 0;
    }

    String serial() {
        return serial;
    }

    String name() {
        return name;
    }

    String card() {
        return card;
    }

    String address() {
        return address;
    }

    private static String card(Random random) {
        return String.format(
                Locale.ROOT, "3C-7C-3F-%02X-%02X-01", random.nextInt(256), random.nextInt(256));
    }

    /** Few addresses on purpose: they are shared over time. */
    private static String address(Random random, int net) {
        return String.format(Locale.ROOT, "10.%d.0.%d", net, 5 + random.nextInt(6));
    }
}
