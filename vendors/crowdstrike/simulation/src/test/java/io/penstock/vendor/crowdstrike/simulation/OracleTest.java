package io.penstock.vendor.crowdstrike.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

class OracleTest {

    @Test
    void agreesWithTheApi() {
        Falcon falcon = Falcon.of(400, 20);
        Counts oracle = oracle(falcon);

        assertThat(falcon.total(Falcon.ALL)).isEqualTo(oracle.get("findings.total"));
        assertThat(falcon.total("status:['open','reopen']")).isEqualTo(oracle.get("findings.open"));
        assertThat(falcon.total("status:'expired'"))
                .isEqualTo(oracle.get("findings.status.expired"));
        assertThat(falcon.total("cve.severity:'LOW'"))
                .isEqualTo(oracle.get("findings.severity.LOW"));
        assertThat(falcon.total("suppression_info.is_suppressed:true"))
                .isEqualTo(oracle.get("findings.suppressed"));
        assertThat(falcon.all(Falcon.COMBINED, "entity_type:!'x'", "id|asc", 1000))
                .hasSize(oracle.get("hosts.total"));
        assertThat(
                        falcon.all(Falcon.COMBINED, "entity_type:!'x'", "id|asc", 1000).stream()
                                .filter(host -> !host.has("current_local_ip")))
                .hasSize(oracle.get("hosts.without_local_ip"));
    }

    @Test
    void keepsTheProportions() {
        Counts oracle = oracle(Falcon.of(3000, 100));
        double findings = oracle.get("findings.total");

        assertThat(findings / 2703).isCloseTo(100, within(3.0));
        assertThat(oracle.get("findings.status.open") / findings).isCloseTo(0.45, within(0.01));
        assertThat(oracle.get("findings.status.closed") / findings).isCloseTo(0.48, within(0.01));
        assertThat(oracle.get("findings.severity.CRITICAL") / findings)
                .isCloseTo(0.06, within(0.015));
        assertThat(oracle.get("findings.severity.HIGH") / findings).isCloseTo(0.38, within(0.03));
        assertThat(oracle.get("hosts.entity_type.managed")).isEqualTo(2700);
        assertThat(oracle.get("hosts.entity_type.unmanaged")).isEqualTo(240);
        assertThat(oracle.get("hosts.without_local_ip") / 3000.0).isCloseTo(0.005, within(0.004));
    }

    @Test
    void takesTheVendorsDistributionWithoutAMean() {
        Counts oracle = oracle(Falcon.of(2000, 0));

        assertThat(oracle.get("findings.total") / 1802.0).isBetween(400.0, 800.0);
    }

    @Test
    void describesAnEmptyTenant() {
        Falcon empty = Falcon.of(0, 0);

        assertThat(oracle(empty).get("findings.total")).isZero();
        assertThat(oracle(empty).get("hosts.total")).isZero();
        assertThat(empty.all(Falcon.SPOTLIGHT, Falcon.ALL, "updated_timestamp|asc", 10)).isEmpty();
    }

    private record Counts(Map<String, Integer> byKey) {
        int get(String key) {
            return Objects.requireNonNull(byKey.get(key), key);
        }
    }

    private static Counts oracle(Falcon falcon) {
        Map<String, Integer> counts = new HashMap<>();
        falcon.oracle()
                .lines()
                .filter(line -> !line.startsWith("customer.") && !line.startsWith("digest."))
                .map(line -> line.split("="))
                .forEach(pair -> counts.put(pair[0], Integer.valueOf(pair[1])));
        return new Counts(counts);
    }
}
