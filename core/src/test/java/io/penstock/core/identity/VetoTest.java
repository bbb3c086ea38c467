package io.penstock.core.identity;

import static io.penstock.core.identity.IdentificationTest.MAC_1;
import static io.penstock.core.identity.IdentificationTest.cluster;
import static io.penstock.core.identity.IdentificationTest.identify;
import static io.penstock.core.identity.IdentificationTest.record;
import static io.penstock.core.identity.IdentificationTest.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.identity.RuleStep.Outcome;
import io.penstock.core.identity.RuleStep.Veto;
import io.penstock.core.identity.RuleStep.Veto.Reason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What forbids that records with the same value are one machine. */
class VetoTest {

    private static final String MAC_2 = "3C:52:82:11:22:44";

    @ParameterizedTest
    @CsvSource({
        // Stronger identifiers differ.
        "hardware-uuid, HARDWARE_UUID=6f9619ff-8b86-d011-b42d-00c04fc964ff;INSTANCE_ID=i-00000001,"
                + " HARDWARE_UUID=6f9619ff-8b86-d011-b42d-00c04fc964ff;INSTANCE_ID=i-00000002",
        "fqdn, FQDN=web-1.example.com;SERIAL=7XK2L93, FQDN=web-1.example.com;SERIAL=8XK2L93",
        "hostname-mac, NAME=web-1;MAC=3C:52:82:11:22:33;SERIAL=7XK2L93,"
                + " NAME=web-1;MAC=3C:52:82:11:22:33;SERIAL=8XK2L93",
        "hostname, FQDN=web-1.one.example.com, FQDN=web-1.two.example.com",
        // A name of two machines is nobody's own; beside an address it is passed over.
        "hostname, NAME=web-1;IP=10.0.0.5;SERIAL=7XK2L93, NAME=web-1;IP=10.0.0.5;SERIAL=8XK2L93",
        "hostname-ip, NAME=web-1;IP=10.0.0.5;MAC=00:50:56:00:00:01,"
                + " NAME=web-1;IP=10.0.0.5;MAC=00:50:56:00:00:02",
        // Two adapters against another one.
        "hostname, NAME=web-1;MAC=3C:52:82:11:22:33;MAC=3C:52:82:11:22:34,"
                + " NAME=web-1;MAC=3C:52:82:11:22:44",
        // One address on two adapters is two networks.
        "hostname-ip, NAME=web-1;IP=10.0.0.5;MAC=3C:52:82:11:22:33,"
                + " NAME=web-1;IP=10.0.0.5;MAC=3C:52:82:11:22:44",
        // Virtual machines do not swap adapters.
        "fqdn, FQDN=web-1.example.com;MAC=00:50:56:00:00:01,"
                + " FQDN=web-1.example.com;MAC=00:50:56:00:00:02",
        // A dock or an adapter.
        "mac, NAME=web-1;MAC=3C:52:82:11:22:33, NAME=web-2;MAC=3C:52:82:11:22:33",
        // A copy of a virtual machine.
        "serial, SERIAL=7XK2L93;NAME=web-1;MAC=3C:52:82:11:22:33,"
                + " SERIAL=7XK2L93;NAME=web-2;MAC=3C:52:82:11:22:44"
    })
    void keepsTwoMachinesApart(String rule, String one, String other) {
        var identified = identify(record(1, 1, one), record(2, 2, other));

        assertThat(identified.clusters()).hasSize(2);
        var step = step(identified, 2, rule);
        assertThat(step.outcome()).isEqualTo(Outcome.VETOED);
        assertThat(step.vetoes())
                .singleElement()
                .satisfies(v -> assertThat(v.mine()).isNotEmpty().isNotEqualTo(v.theirs()))
                .satisfies(v -> assertThat(step.sentence()).contains(v.sentence()));
    }

    @ParameterizedTest
    @CsvSource({
        // A single adapter each: a laptop on its wire and in the air.
        "NAME=web-1;MAC=3C:52:82:11:22:33, NAME=web-1;MAC=A4:BB:6D:11:22:44",
        // Made-up addresses change from network to network.
        "NAME=web-1;MAC=DA:52:82:11:22:33;MAC=DA:52:82:11:22:34, NAME=web-1;MAC=DE:BB:6D:11:22:44",
        // Renamed: two adapters in common are no dock.
        "NAME=web-1;MAC=3C:52:82:11:22:33;MAC=A4:BB:6D:11:22:44,"
                + " NAME=web-2;MAC=3C:52:82:11:22:33;MAC=A4:BB:6D:11:22:44",
        // Renamed, or an adapter swapped, but not both.
        "SERIAL=7XK2L93;NAME=web-1;MAC=3C:52:82:11:22:33, SERIAL=7XK2L93;NAME=web-2",
        "SERIAL=7XK2L93;NAME=web-1;MAC=3C:52:82:11:22:33,"
                + " SERIAL=7XK2L93;NAME=web-1;MAC=3C:52:82:11:22:44",
        // The same name in another domain, with the adapter.
        "FQDN=web-1.example.com;MAC=3C:52:82:11:22:33,"
                + " FQDN=web-1.vpn.example.com;MAC=3C:52:82:11:22:33"
    })
    void doesNotKeepOneMachineApart(String one, String other) {
        assertThat(identify(record(1, 1, one), record(2, 2, other)).clusters()).hasSize(1);
    }

    @Test
    void everyRecordOfAMachineHasAVeto() {
        var uuid = "HARDWARE_UUID=6f9619ff-8b86-d011-b42d-00c04fc964ff;";
        var identified =
                identify(
                        record(1, 1, uuid + "SERIAL=7XK2L93"),
                        record(2, 2, uuid + "FQDN=web-1.example.com"),
                        record(3, 3, "SERIAL=8XK2L93;FQDN=web-1.example.com"));

        assertThat(identified.clusters()).containsExactly(cluster(1, 2), cluster(3));
        assertThat(step(identified, 3, "fqdn").vetoes())
                .extracting(Veto::hostId)
                .containsExactly(Facts.id(1));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 300, 100, 300, true, seen for months side by side",
        "0, 100, 101, 300, false, installed anew",
        "0, 101, 100, 300, false, the day that vendors round to",
        "0, 102, 100, 300, true, more than the day",
        "299, 300, 299, 300, true, both on their first day",
        "0, 300, 300, 300, true, just come while the other is there",
        "0, 100, 200, 200, false, just come long after"
    })
    void twoKeysOfOneSourceAtOneTimeAreTwoMachines(
            int from, int to, int otherFrom, int otherTo, boolean two, String why) {
        var identified =
                identify(
                        Facts.of(1, 1).serial("7XK2L93").name("web-1").seen(from, to).host(),
                        Facts.of(2, 1)
                                .serial("7XK2L93")
                                .name("web-1")
                                .seen(otherFrom, otherTo)
                                .host());

        assertThat(identified.clusters()).as(why).hasSize(two ? 2 : 1);
    }

    @Test
    void inDoubtTwoKeysOfOneSourceAreTwoMachinesAndProveNothing() {
        var identified =
                identify(
                        Facts.of(1, 1).name("web-1").neverSeen().host(),
                        Facts.of(2, 1).name("web-1").mac(MAC_1).host(),
                        Facts.of(3, 2).name("web-1").mac(MAC_1).host());

        assertThat(identified.clusters()).contains(cluster(1), cluster(2, 3));
    }

    @Test
    void namesAloneDoNotJoinWhatWasNeverThereAtOneTime() {
        var identified =
                identify(
                        Facts.of(1, 1)
                                .with(HostAttribute.FQDN, "web-1.example.com")
                                .seen(0, 100)
                                .host(),
                        Facts.of(2, 2)
                                .with(HostAttribute.FQDN, "web-1.example.com")
                                .seen(105, 300)
                                .host());

        assertThat(identified.clusters()).hasSize(2);
        assertThat(step(identified, 2, "fqdn").vetoes())
                .extracting(Veto::reason)
                .containsExactly(Reason.NOT_AT_ONE_TIME);
    }

    @Test
    void twoSitesWithOnePlanStayTwo() {
        var identified =
                identify(
                        record(1, 1, "NAME=pos1;IP=10.0.0.5;SERIAL=7XK2L93"),
                        record(2, 1, "NAME=pos1;IP=10.0.0.5;SERIAL=8XK2L93"),
                        record(3, 2, "NAME=pos1;IP=10.0.0.5;SERIAL=7XK2L93"),
                        record(4, 2, "NAME=pos1;IP=10.0.0.5;SERIAL=8XK2L93"),
                        record(5, 3, "NAME=pos1;IP=10.0.0.5"));

        assertThat(identified.clusters()).containsExactly(cluster(1, 3), cluster(2, 4), cluster(5));
    }

    @Test
    void aDocksAddressTellsNothingOfTheLaptopBehindIt() {
        var dock = "00:E0:4C:00:00:01";
        var identified =
                identify(
                        Facts.of(1, 1).name("laptop-1").mac(MAC_1, dock).host(),
                        Facts.of(2, 1).name("laptop-2").mac(MAC_2, dock).host(),
                        Facts.of(3, 2).mac(dock).ip("10.0.0.9").host(),
                        Facts.of(4, 3).name("laptop-2").mac(dock).host());

        assertThat(identified.clusters()).containsExactly(cluster(1), cluster(2, 4), cluster(3));
    }
}
