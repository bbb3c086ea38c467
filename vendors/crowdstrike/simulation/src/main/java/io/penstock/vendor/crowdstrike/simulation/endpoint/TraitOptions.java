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
        this.customers = board.add(customers());
        this.oneInstant = board.add(oneInstant());
        this.prefixedAids = board.add(prefixedAids());
        this.twinNames = perMille(board, "twin-names", 0, "sensors with another one's hostname");
        this.orphans = perMille(board, "orphans", 1, "sensors without a host in the asset list");
        this.withoutAid =
                perMille(board, "hosts-without-aid", 0, "sensors' hosts without their aid");
        this.oldRecords = perMille(board, "old-records", 0, "CVEs with findings as of 2022");
    }

    private static Switch<Integer> customers() {
        return Switch.of(
                        "customers",
                        "1",
                        "customer ids the hosts belong to; a token with member_cid sees one",
                        Reading.number(1, Traits.CUSTOMERS_MAX))
                .tried("3")
                .fixed();
    }

    private static Switch<Integer> oneInstant() {
        return Switch.of(
                        "one-instant",
                        "0",
                        "hosts first seen in one second, and at least as many sensors that report"
                                + " within one second",
                        Reading.number(0, Traits.ONE_INSTANT_MAX))
                .tried("12000")
                .fixed();
    }

    private static Switch<Boolean> prefixedAids() {
        return Switch.of(
                        "prefixed-aids",
                        "off",
                        "on: findings name their sensor by customer id and sensor id in one",
                        Reading.flag())
                .tried("on")
                .fixed();
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
