package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.option.Reading;
import io.penstock.simulator.option.Setting;
import io.penstock.simulator.option.Switch;
import io.penstock.simulator.option.Switchboard;
import io.penstock.vendor.crowdstrike.simulation.tenant.Traits;

/** The switches that shape the tenant; all are set before the start. */
final class TraitOptions {

    private final Setting<Integer> customers;
    private final Setting<Integer> oneInstant;
    private final Setting<Boolean> prefixedAids;
    private final Setting<Integer> twinNames;
    private final Setting<Integer> orphans;
    private final Setting<Integer> withoutAid;
    private final Setting<Integer> oldRecords;

    TraitOptions(Switchboard board) {
        this.customers =
                board.add(
                        number(
                                        "customers",
                                        1,
                                        "customer ids the hosts belong to",
                                        Traits.CUSTOMERS_MAX,
                                        "3")
                                .fixed());
        this.oneInstant =
                board.add(
                        number(
                                        "one-instant",
                                        0,
                                        "hosts first seen in one second, and at least as many"
                                                + " sensors that report within one second",
                                        Traits.ONE_INSTANT_MAX,
                                        "12000")
                                .fixed());
        this.prefixedAids =
                board.add(
                        Switch.of(
                                        "prefixed-aids",
                                        "off",
                                        "on: findings name their sensor by customer id and sensor"
                                                + " id in one",
                                        Reading.flag())
                                .tried("on")
                                .fixed());
        this.twinNames = perMille(board, "twin-names", 0, "sensors with another one's hostname");
        this.orphans = perMille(board, "orphans", 1, "sensors without a host in the asset list");
        this.withoutAid =
                perMille(board, "hosts-without-aid", 0, "sensors' hosts without their aid");
        this.oldRecords = perMille(board, "old-records", 0, "CVEs with findings as of 2022");
    }

    private static Switch<Integer> number(
            String name, int usual, String help, int max, String trial) {
        return Switch.of(name, Integer.toString(usual), help, Reading.number(usual, max))
                .tried(trial);
    }

    private static Setting<Integer> perMille(
            Switchboard board, String name, int usual, String help) {
        return board.add(
                Switch.of(
                                name,
                                Integer.toString(usual),
                                "per mille of " + help,
                                Reading.number(0, 1000))
                        .tried("100")
                        .fixed());
    }

    Traits traits() {
        return new Traits(
                customers.value(),
                oneInstant.value(),
                prefixedAids.value(),
                new Traits.Shares(
                        twinNames.value(),
                        orphans.value(),
                        withoutAid.value(),
                        oldRecords.value()));
    }
}
