package io.penstock.vendor.crowdstrike.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Compares what is made up with what was recorded. */
class SampleShapesTest {

    private final Falcon falcon = Falcon.of(2000, 30);

    @ParameterizedTest
    @ValueSource(strings = {"spotlight-combined-5-of-5.json", "spotlight-combined-1-of-1-kev.json"})
    void findingsHaveTheRecordedFieldsInTheRecordedOrder(String sample) throws IOException {
        JsonNode made =
                falcon.read(
                        Falcon.SPOTLIGHT,
                        "filter",
                        "cve.is_cisa_kev:true,status:'open'",
                        "limit",
                        "3000",
                        "facet",
                        "cve");

        compare(recorded(sample), made);
    }

    @Test
    void unmanagedHostsHaveTheRecordedFieldsInTheRecordedOrder() throws IOException {
        JsonNode made =
                falcon.read(Falcon.COMBINED, "filter", "entity_type:'unmanaged'", "limit", "1000");

        compare(recorded("discover-hosts-unmanaged.json"), made);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"cwes\": [\n     \"\"\n    ]",
                "\"base_score\": 8,",
                "\"vector\": \"AV:N/AC:M/Au:N/C:N/I:N/A:P\"",
                "&amp;",
                "\"machine_domain\": \"\"",
                "\"forecast\": {",
                "\"local_ip\": \"\"",
                "Unsupported software"
            })
    void oddTextOccurs(String odd) {
        long pages = months().stream().filter(page -> page.contains(odd)).count();

        assertThat(pages).as(odd).isPositive();
    }

    @Test
    void fieldsAreMissingOrThereAgainstExpectation() {
        List<JsonNode> records = new ArrayList<>();
        for (String page : months()) {
            JsonMapper.shared().readTree(page).get("resources").forEach(records::add);
        }

        assertThat(count(records, r -> !r.get("apps").get(0).has("product_name_normalized")))
                .isPositive();
        assertThat(count(records, r -> !r.get("cve").has("id"))).isPositive();
        assertThat(count(records, r -> !r.get("cve").has("base_score"))).isPositive();
        assertThat(
                        count(
                                records,
                                r ->
                                        r.get("status").asString().equals("open")
                                                && r.has("closed_timestamp")))
                .isPositive();
    }

    private static long count(List<JsonNode> records, Predicate<JsonNode> wanted) {
        return records.stream().filter(wanted).count();
    }

    /** Some findings of each month, with all blocks. */
    private List<String> months() {
        List<String> pages = new ArrayList<>();
        for (int days = 30; days <= 720; days += 30) {
            String filter = "created_timestamp:>='now-" + days + "d'";
            String[] parameters = {
                "filter",
                filter,
                "limit",
                "600",
                "facet",
                "cve",
                "facet",
                "host_info",
                "facet",
                "remediation"
            };
            pages.add(Falcon.text(falcon.get(Falcon.SPOTLIGHT, parameters)));
        }
        return pages;
    }

    private static JsonNode recorded(String name) throws IOException {
        try (InputStream in = SampleShapesTest.class.getResourceAsStream("/falcon/" + name)) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in, name));
        }
    }

    /** Every recorded path exists, and fields of one object never stand the other way round. */
    private static void compare(JsonNode recorded, JsonNode made) {
        Map<String, List<List<String>>> expected = objects(recorded);
        Map<String, List<List<String>>> actual = objects(made);
        expected.forEach((path, all) -> {
            Set<String> wanted = new TreeSet<>();
            all.forEach(wanted::addAll);
            Set<String> there = new TreeSet<>();
            actual.getOrDefault(path, List.of()).forEach(there::addAll);
            assertThat(there).as(path).containsAll(wanted);
            all.forEach(order ->
                    actual.getOrDefault(path, List.of())
                            .forEach(other -> sameOrder(path, order, other)));
        });
    }

    private static void sameOrder(String path, List<String> recorded, List<String> made) {
        List<String> common = new ArrayList<>(recorded);
        common.retainAll(made);
        List<String> other = new ArrayList<>(made);
        other.retainAll(recorded);
        assertThat(other).as(path).isEqualTo(common);
    }

    private static Map<String, List<List<String>>> objects(JsonNode root) {
        Map<String, List<List<String>>> found = new TreeMap<>();
        collect(root.get("resources"), "resources", found);
        return found;
    }

    private static void collect(JsonNode node, String path, Map<String, List<List<String>>> found) {
        if (node.isArray()) {
            node.forEach(element -> collect(element, path, found));
        } else if (node.isObject()) {
            List<String> names = new ArrayList<>();
            node.properties()
                    .forEach(field -> {
                        names.add(field.getKey());
                        collect(field.getValue(), path + "." + field.getKey(), found);
                    });
            found.computeIfAbsent(path, _ -> new ArrayList<>()).add(names);
        }
    }
}
