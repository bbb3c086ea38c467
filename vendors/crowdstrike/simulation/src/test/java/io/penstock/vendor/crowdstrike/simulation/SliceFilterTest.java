package io.penstock.vendor.crowdstrike.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Filters a reader cuts its slices with, against a test of every record. */
class SliceFilterTest {

    private static final String EVERY = "entity_type:!'x'";

    private final Falcon falcon = Falcon.of(600, 12);

    @BeforeEach
    void moveOn() {
        falcon.advance(5, "0.03");
    }

    @Test
    void boundsOfTwoTimesAtOnceAreExact() {
        String from = "2026-03-01T00:00:00Z";
        String to = "2026-10-20T07:31:09Z";
        String filter =
                "created_timestamp:>='%s'+created_timestamp:<'%s'+updated_timestamp:>'%s'"
                        .formatted(from, to, to);
        Set<String> expected =
                findings(f -> {
                    String created = f.get("created_timestamp").asString();
                    return created.compareTo(from) >= 0
                            && created.compareTo(to) < 0
                            && f.get("updated_timestamp").asString().compareTo(to) > 0;
                });

        assertThat(ids(filter, "created_timestamp|asc")).isEqualTo(expected).isNotEmpty();
        assertThat(ids(filter, "updated_timestamp|desc")).isEqualTo(expected);
        assertThat(falcon.total(filter)).isEqualTo(expected.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "updated_timestamp:>'2026-10-25T00:00:00Z'",
                "updated_timestamp:>='2026-01-25'+updated_timestamp:<'2026-03-01T10:32'"
            })
    void countsByUpdateTimeAreExact(String filter) {
        assertThat(ids(filter, "updated_timestamp|asc")).hasSize(falcon.total(filter)).isNotEmpty();
    }

    @Test
    void findsTheFindingsOfListedSensors() {
        List<String> aids =
                falcon.rows("hosts").values().stream()
                        .map(row -> row.split("\t", -1)[1])
                        .filter(aid -> !aid.isEmpty())
                        .limit(40)
                        .toList();
        String list = "aid:['" + String.join("','", aids) + "','" + "0".repeat(32) + "']";
        Set<String> expected = findings(f -> aids.contains(f.get("aid").asString()));
        String open = list + "+status:['open','reopen']";

        assertThat(ids(list, "created_timestamp|asc")).isEqualTo(expected).isNotEmpty();
        assertThat(ids(list, "updated_timestamp.desc")).isEqualTo(expected);
        assertThat(falcon.total(list)).isEqualTo(expected.size());
        assertThat(ids(open, "closed_timestamp|asc")).hasSize(falcon.total(open));
        assertThat(falcon.total(list) + falcon.total(list.replace("aid:", "aid:!")))
                .isEqualTo(falcon.total(Falcon.ALL));
    }

    @Test
    void cutsHostsByBothTimesAtOnce() {
        String filter =
                "first_seen_timestamp:>='2024-06-01'+first_seen_timestamp:<'2026-01-01T10:00:00Z'"
                        + "+last_seen_timestamp:>='2026-11-05T03:00:00Z'";
        Set<String> expected =
                hosts(h -> {
                    String first = h.get("first_seen_timestamp").asString();
                    return first.compareTo("2024-06-01") >= 0
                            && first.compareTo("2026-01-01T10:00:00Z") < 0
                            && h.get("last_seen_timestamp")
                                            .asString()
                                            .compareTo("2026-11-05T03:00:00Z")
                                    >= 0;
                });

        assertThat(hostIds(filter)).isEqualTo(expected).isNotEmpty();
    }

    @Test
    void findsHostsByListsOfIdsAndSensors() {
        List<String[]> rows =
                falcon.rows("hosts").values().stream()
                        .map(row -> row.split("\t", -1))
                        .filter(row -> !row[1].isEmpty())
                        .limit(7)
                        .toList();
        String ids = rows.stream().map(row -> row[0]).collect(Collectors.joining("','"));
        String aids = rows.stream().map(row -> row[1]).collect(Collectors.joining("','"));

        assertThat(hostIds("id:['" + ids + "','nobody']")).hasSize(7);
        assertThat(hostIds("aid:['" + aids + "']")).isEqualTo(hostIds("id:['" + ids + "']"));
        assertThat(hostIds("id:!['" + ids + "']")).hasSize(hosts(_ -> true).size() - 7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "platform_name:'Windows'",
                "product_type_desc:'Server'",
                "hostname:*'OSL*'",
                "hostname:*'*-lx-*'",
                "local_ips_count:>1",
                "local_ip_addresses:*'10.0.*'",
                "tags:'FalconGroupingTags/Pilot'",
                "criticality:['High','Critical']",
                "internet_exposure:'Yes'",
                "machine_domain:'corp.example.com'",
                "system_manufacturer:'VMware, Inc.'",
                "site_name:'BER'",
                "entity_type:'unmanaged'"
            })
    void aFieldAndItsNegationPartTheHosts(String filter) {
        int colon = filter.indexOf(':');
        boolean size = filter.charAt(colon + 1) == '>';
        String negated =
                size
                        ? filter.replace(":>", ":<=")
                        : filter.substring(0, colon + 1) + "!" + filter.substring(colon + 1);
        Set<String> both = new HashSet<>(hostIds(filter));

        assertThat(both).isNotEmpty().doesNotContainAnyElementsOf(hostIds(negated));
        both.addAll(hostIds(negated));
        assertThat(both).isEqualTo(hosts(_ -> true));
    }

    private Set<String> findings(Predicate<JsonNode> wanted) {
        return ids(falcon.all(Falcon.SPOTLIGHT, Falcon.ALL, "created_timestamp|asc", 5000), wanted);
    }

    private Set<String> ids(String filter, String sort) {
        return ids(falcon.all(Falcon.SPOTLIGHT, filter, sort, 333), _ -> true);
    }

    private Set<String> hosts(Predicate<JsonNode> wanted) {
        return ids(falcon.all(Falcon.COMBINED, EVERY, "id|asc", 1000), wanted);
    }

    private Set<String> hostIds(String filter) {
        return ids(falcon.all(Falcon.COMBINED, filter, "first_seen_timestamp|asc", 90), _ -> true);
    }

    private static Set<String> ids(List<JsonNode> records, Predicate<JsonNode> wanted) {
        Stream<String> ids =
                records.stream().filter(wanted).map(record -> record.get("id").asString());
        List<String> all = ids.toList();
        assertThat(all).doesNotHaveDuplicates();
        return new HashSet<>(all);
    }
}
