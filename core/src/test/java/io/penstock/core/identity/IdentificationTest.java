package io.penstock.core.identity;

import static io.penstock.core.identity.RuleStep.Outcome.AMBIGUOUS;
import static io.penstock.core.identity.RuleStep.Outcome.MATCHED;
import static io.penstock.core.identity.RuleStep.Outcome.SKIPPED;
import static io.penstock.core.identity.RuleStep.Outcome.SUSPICIOUS;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What each rule does, and which values do not count. */
class IdentificationTest {

    static final String UUID_1 = "6f9619ff-8b86-d011-b42d-00c04fc964ff";
    static final String MAC_1 = "3C:52:82:11:22:33";

    @ParameterizedTest
    @CsvSource({
        "instance, INSTANCE_ID=i-0abcdef0123456789, INSTANCE_ID=I-0ABCDEF0123456789",
        "hardware-uuid, HARDWARE_UUID=6f9619ff-8b86-d011-b42d-00c04fc964ff,"
                + " HARDWARE_UUID=FF19966F-868B-11D0-B42D-00C04FC964FF",
        "hardware-uuid, HARDWARE_UUID=421364f9-8aa9-76bd-0b8f-6c3e105d2a77,"
                + " SERIAL=VMware-42 13 64 f9 8a a9 76 bd-0b 8f 6c 3e 10 5d 2a 77",
        "serial, SERIAL=7XK2L93, SERIAL=7xk-2l93",
        "fqdn, NAME=web-1.example.com, FQDN=WEB-1.EXAMPLE.COM.",
        "hostname-mac, NAME=web-1;MAC=3C:52:82:11:22:33, NAME=WEB-1;MAC=3c5282112233",
        "mac, NAME=web-1;MAC=3C:52:82:11:22:33, MAC=3c-52-82-11-22-33",
        "hostname-ip, NAME=web-1;IP=10.0.0.5, NAME=WEB-1;IP=10.0.0.5",
        "hostname-ip, NAME=production-webserver-1;IP=10.0.0.5, NAME=PRODUCTION-WEBS;IP=10.0.0.5",
        "hostname, NAME=web-1, NAME=WEB-1"
    })
    void eachRuleJoinsTwoSources(String rule, String one, String other) {
        var identified = identify(record(1, 1, one), record(2, 2, other));

        assertThat(identified.clusters()).containsExactly(cluster(1, 2));
        assertThat(identified.logs().values())
                .flatExtracting(IdentificationLog::steps)
                .filteredOn(step -> step.outcome() == MATCHED)
                .singleElement()
                .satisfies(step -> assertThat(step.rule()).isEqualTo(rule));
    }

    @Test
    void anAddressAloneNeverJoins() {
        var identified =
                identify(
                        record(1, 1, "IP=10.0.0.5;NETWORK=site-1"),
                        record(2, 2, "IP=10.0.0.5;NETWORK=site-1"));

        assertThat(identified.clusters()).containsExactly(cluster(1), cluster(2));
        assertThat(step(identified, 2, "mac").outcome()).isEqualTo(SKIPPED);
    }

    @Test
    void theSameSerialNumberOfTwoMakersIsTwoMachines() {
        var identified =
                identify(
                        record(1, 1, "SERIAL=12A4567;MANUFACTURER=Dell Inc."),
                        record(2, 2, "SERIAL=12A4567;MANUFACTURER=LENOVO"),
                        record(3, 3, "SERIAL=99A4567;MANUFACTURER=LENOVO"),
                        record(4, 4, "SERIAL=99A4567"));

        assertThat(identified.clusters()).containsExactly(cluster(1), cluster(2), cluster(3, 4));
    }

    @Test
    void aRecordWithWeakValuesFindsAMachineThatTwoStrongOnesMakeTogether() {
        var identified =
                identify(
                        Facts.of(1, 1).name("web-1").seen(0, 300).host(),
                        Facts.of(2, 2).uuid(UUID_1).serial("7XK2L93").seen(10, 300).host(),
                        Facts.of(3, 3).serial("7XK2L93").name("web-1").seen(20, 300).host());

        assertThat(identified.clusters()).containsExactly(cluster(1, 2, 3));
    }

    @Test
    void aValueOfTooManyRecordsDoesNotCount() {
        var records = new ArrayList<HostFacts>();
        for (var i = 1; i <= SharedKeys.SAME_TIME_MAX + 1; i++) {
            records.add(Facts.of(i, i).serial("ABC1234").host());
        }

        var identified = identify(records.toArray(HostFacts[]::new));

        assertThat(identified.clusters()).hasSize(records.size());
        assertThat(step(identified, 5, "serial").outcome()).isEqualTo(SUSPICIOUS);
        assertThat(identified.suspicious())
                .singleElement()
                .satisfies(s -> assertThat(s.holders()).isEqualTo(records.size()))
                .satisfies(s -> assertThat(s.value()).isEqualTo("serial number ABC1234"));
    }

    @Test
    void aMachineThatIsInstalledAnewEveryMonthIsNotTooMany() {
        var records = new ArrayList<HostFacts>();
        for (var i = 1; i <= SharedKeys.SAME_TIME_MAX + 5; i++) {
            records.add(Facts.of(i, 1).serial("ABC1234").seen(i * 30, i * 30 + 29).host());
        }

        assertThat(identify(records.toArray(HostFacts[]::new)).clusters()).hasSize(1);
    }

    @Test
    void aValueOfTwoProvablyDifferentMachinesDoesNotCount() {
        var identified =
                identify(
                        Facts.of(1, 1).serial("MB123456").name("bs-1").host(),
                        Facts.of(2, 1).serial("MB123456").name("bs-2").host(),
                        Facts.of(3, 2).serial("MB123456").name("bs-2").host(),
                        Facts.of(4, 3).serial("MB123456").host());

        assertThat(identified.clusters()).containsExactly(cluster(1), cluster(2, 3), cluster(4));
        assertThat(step(identified, 4, "serial").sentence())
                .startsWith("Does not count: serial number MB123456, because different machines");
    }

    @Test
    void keysThatWereNotFollowedDoNotCount() {
        var rules = SystemRules.ALL;
        var one = record(1, 1, "SERIAL=7XK2L93");
        var other = record(2, 2, "SERIAL=7XK2L93");

        var identified =
                Identification.of(
                        List.of(one, other),
                        _ -> RuleOrder.DEFAULT,
                        List.of(),
                        RuleKeys.of(one, rules));

        assertThat(identified.clusters()).hasSize(2);
        assertThat(identified.suspicious()).hasSize(1);
    }

    @Test
    void ofSeveralMachinesTheTieBreakTakesOneAndTheOthersAreSuggested() {
        var identified =
                identify(
                        Facts.of(1, 1).name("web-1").uuid(UUID_1).seen(0, 100).host(),
                        Facts.of(2, 1)
                                .name("web-1")
                                .mac(MAC_1)
                                .serial("7XK2L93")
                                .seen(200, 300)
                                .host(),
                        Facts.of(3, 2).name("web-1").seen(0, 300).host());

        assertThat(identified.clusters())
                .containsExactly(
                        cluster(1), new Cluster(Facts.id(3), List.of(Facts.id(3), Facts.id(2))));
        var log = requireNonNull(identified.logs().get(Facts.id(3)));
        assertThat(step(identified, 3, "hostname").outcome()).isEqualTo(AMBIGUOUS);
        assertThat(log.suggestions()).containsExactly(Facts.id(1));
    }

    @Test
    void rulesOfTheRecordsOwnConnectionDecide() {
        var one = record(1, 1, "NAME=web-1");
        var other = record(2, 2, "NAME=web-1");
        var serialOnly =
                RuleOrder.of(SystemRules.ALL, List.of(new RuleOrder.Choice("serial", true)));

        var off = Identification.of(List.of(one, other), _ -> serialOnly, List.of());
        var later =
                Identification.of(
                        List.of(one, other),
                        c -> c == 1 ? serialOnly : RuleOrder.DEFAULT,
                        List.of());

        assertThat(off.clusters()).hasSize(2);
        assertThat(later.clusters()).hasSize(1);
    }

    static Identified identify(HostFacts... records) {
        return Identification.of(List.of(records), _ -> RuleOrder.DEFAULT, List.of());
    }

    /** {@code record(1, 1, "NAME=web-1;IP=10.0.0.5")}. */
    static HostFacts record(int number, int connection, String values) {
        var facts = Facts.of(number, connection);
        for (var pair : values.split(";")) {
            var parts = pair.split("=", 2);
            facts.with(HostAttribute.valueOf(parts[0]), parts[1]);
        }
        return facts.host();
    }

    static Cluster cluster(int... numbers) {
        var ids = new ArrayList<UUID>();
        for (var number : numbers) {
            ids.add(Facts.id(number));
        }
        return new Cluster(ids.getFirst(), ids);
    }

    static RuleStep step(Identified identified, int record, String rule) {
        return requireNonNull(identified.logs().get(Facts.id(record))).steps().stream()
                .filter(step -> step.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
