package io.penstock.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.identity.Cluster;
import io.penstock.core.identity.HostAttribute;
import io.penstock.core.identity.Identification;
import io.penstock.core.identity.RuleOrder;
import io.penstock.core.identity.RuleOrder.Choice;
import io.penstock.core.identity.SystemRules;
import io.penstock.platform.identity.StoredHost.Source;
import io.penstock.platform.identity.StoredHost.Version;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

class FactsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void whatIdentificationAsksForIsInTheTargetModel() {
        assertThat(Facts.SAID.keySet()).containsExactlyInAnyOrder(HostAttribute.values());
        assertThat(Set.copyOf(Facts.SAID.values())).hasSameSizeAs(HostAttribute.values());
    }

    @Test
    void hostsWithOneAddressInOneNetworkAreOneMachineByThatRule() {
        var rules = RuleOrder.of(SystemRules.ALL, List.of(new Choice("ip-network", true)));
        var facts =
                List.of(host(1, "vpc-1"), host(2, "VPC-1"), host(3, "vpc-2")).stream()
                        .map(Facts::of)
                        .toList();

        var clusters = Identification.clusters(facts, _ -> rules, List.of(), Set.of());

        assertThat(clusters)
                .containsExactly(
                        new Cluster(id(1), List.of(id(1), id(2))),
                        new Cluster(id(3), List.of(id(3))));
    }

    private static StoredHost host(int number, String network) {
        return new StoredHost(
                id(number),
                id(number),
                new Source(number, 100, "key-" + number, false),
                new Version(MONDAY, MONDAY, MONDAY, 1, 1, 1),
                Map.of(
                        "ipAddress",
                        List.of("10.0.0.5"),
                        "networkId",
                        network,
                        "assetFirstSeenOn",
                        MONDAY.toString(),
                        "assetLastSeenOn",
                        MONDAY.toString()),
                List.of(),
                true);
    }

    private static UUID id(int number) {
        return new UUID(number, 1);
    }
}
