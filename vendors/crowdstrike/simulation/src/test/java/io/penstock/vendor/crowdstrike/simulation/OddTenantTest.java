package io.penstock.vendor.crowdstrike.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

class OddTenantTest {

    private static final String EVERY = "entity_type:!'x'";

    @Test
    void aTokenOfAMemberSeesOneCustomerOnly() {
        Falcon falcon = Falcon.of(300, 6, "customers", "3");
        int all = falcon.total(Falcon.ALL);
        Set<String> customers = customers(falcon, Falcon.SPOTLIGHT, Falcon.ALL);
        Set<String> firstPage = new HashSet<>();
        falcon.read(Falcon.SPOTLIGHT, "filter", Falcon.ALL)
                .get("resources")
                .forEach(f -> firstPage.add(f.get("cid").asString()));

        int sum = 0;
        for (String customer : customers) {
            assertThat(falcon.member(customer.toUpperCase(Locale.ROOT) + "-7F").status())
                    .isEqualTo(201);
            assertThat(customers(falcon, Falcon.SPOTLIGHT, Falcon.ALL)).containsExactly(customer);
            assertThat(customers(falcon, Falcon.COMBINED, EVERY)).containsExactly(customer);
            sum += falcon.total(Falcon.ALL);
        }

        assertThat(customers).hasSize(3);
        assertThat(firstPage).isEqualTo(customers);
        assertThat(sum).isEqualTo(all);
    }

    @Test
    void aMemberFindsNoOtherCustomersHosts() {
        Falcon falcon = Falcon.of(300, 1, "customers", "2");
        String[] ids =
                falcon.rows("hosts").keySet().stream()
                        .map(id -> id.substring(0, 32))
                        .distinct()
                        .toArray(String[]::new);
        String foreign =
                falcon.rows("hosts").keySet().stream()
                        .filter(id -> id.startsWith(ids[1]))
                        .findFirst()
                        .orElseThrow();
        falcon.member(ids[0]);

        assertThat(falcon.read(Falcon.ENTITIES, "ids", foreign).get("resources").isEmpty())
                .isTrue();
        JsonNode own = falcon.read(Falcon.QUERIES, "limit", "100");
        own.get("resources").forEach(id -> assertThat(id.asString()).startsWith(ids[0]));
        assertThat(own.get("resources").isEmpty()).isFalse();
        assertThat(falcon.member("0".repeat(32)).status()).isEqualTo(403);
    }

    private static Set<String> customers(Falcon falcon, String path, String filter) {
        String sort = path.equals(Falcon.COMBINED) ? "id|asc" : "created_timestamp|asc";
        return falcon.all(path, filter, sort, 1000).stream()
                .map(record -> record.get("cid").asString())
                .collect(Collectors.toSet());
    }

    @Test
    void tenThousandHostsAndMoreFindingsThanAPageCanShareAnInstant() {
        Falcon falcon = Falcon.of(11_000, 12, "one-instant", "10500");
        Map<String, Integer> hosts = new HashMap<>();
        falcon.all(Falcon.COMBINED, EVERY, "first_seen_timestamp|asc", 1000)
                .forEach(h ->
                        hosts.merge(h.get("first_seen_timestamp").asString(), 1, Integer::sum));
        String instant =
                hosts.entrySet().stream()
                        .filter(e -> e.getValue() >= 10_500)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
        String only = "first_seen_timestamp:'" + instant + "'";

        int sum = 0;
        for (String type : List.of("+platform_name:'Windows'", "+platform_name:!'Windows'")) {
            sum +=
                    falcon.read(Falcon.QUERIES, "filter", only + type, "limit", "1")
                            .get("meta")
                            .get("pagination")
                            .get("total")
                            .asInt();
        }
        assertThat(sum).isEqualTo(hosts.get(instant));
        JsonNode latest =
                falcon.read(
                        Falcon.SPOTLIGHT,
                        "filter",
                        Falcon.ALL,
                        "sort",
                        "created_timestamp|desc",
                        "limit",
                        "1");
        String created = latest.get("resources").get(0).get("created_timestamp").asString();
        String second = "created_timestamp:'" + created + "'";
        assertThat(falcon.total(second)).isGreaterThan(5000);
        assertThat(falcon.all(Falcon.SPOTLIGHT, second, "created_timestamp|asc", 2000))
                .hasSize(falcon.total(second));
    }

    @Test
    void twinsHaveOneNameAndTwoSensors() {
        Falcon falcon = Falcon.of(300, 3, "twin-names", "300");
        Map<String, Set<String>> aids = new HashMap<>();
        falcon.rows("hosts").values().stream()
                .map(row -> row.split("\t", -1))
                .filter(row -> !row[1].isEmpty())
                .forEach(row -> aids.computeIfAbsent(row[2], _ -> new HashSet<>()).add(row[1]));

        assertThat(aids.values().stream().filter(twins -> twins.size() == 2).count())
                .isGreaterThan(30);
    }

    @Test
    void prefixedIdsAreCustomerAndSensorAndFoundByBoth() {
        Falcon falcon = Falcon.of(100, 3, "prefixed-aids", "on");
        JsonNode finding =
                falcon.read(Falcon.SPOTLIGHT, "filter", Falcon.ALL).get("resources").get(0);
        String aid = finding.get("aid").asString();

        assertThat(aid).hasSize(64).startsWith(finding.get("cid").asString());
        assertThat(falcon.total("aid:'" + aid + "'"))
                .isEqualTo(falcon.total("aid:'" + aid.substring(32) + "'"))
                .isPositive();
    }

    @Test
    void hostsMayLackTheirSensorsId() {
        Falcon falcon = Falcon.of(300, 1, "hosts-without-aid", "200");
        long lacking =
                falcon.all(Falcon.COMBINED, "entity_type:'managed'", "id|asc", 1000).stream()
                        .filter(host -> !host.has("aid"))
                        .count();

        assertThat(lacking).isBetween(30L, 90L);
        assertThat(falcon.all(Falcon.COMBINED, "entity_type:'managed'+aid:['']", "id|asc", 1000))
                .hasSize((int) lacking);
    }

    @Test
    void oldRecordsLackWhatCameLater() {
        Falcon falcon = Falcon.of(100, 3, "old-records", "1000");
        JsonNode finding =
                falcon.read(Falcon.SPOTLIGHT, "filter", Falcon.ALL, "facet", "evaluation_logic")
                        .get("resources")
                        .get(0);
        JsonNode app = finding.get("apps").get(0);

        assertThat(finding.has("vulnerability_id")).isFalse();
        assertThat(finding.has("data_providers")).isFalse();
        assertThat(finding.has("confidence")).isFalse();
        assertThat(app.has("vendor_normalized")).isFalse();
        assertThat(app.has("product_name_normalized")).isFalse();
        JsonNode logic = app.get("evaluation_logic").get("logic").get(0);
        assertThat(logic.get("id").bigIntegerValue()).isGreaterThan(BigInteger.ONE.shiftLeft(63));
    }
}
