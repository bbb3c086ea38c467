package io.penstock.platform.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.finding.FindingKey;
import io.penstock.core.schema.DataType;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.transform.MappingRow;
import io.penstock.core.transform.MappingRow.Unmapped;
import io.penstock.core.transform.TransformMap;
import io.penstock.core.value.FieldPath;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.inventory.MappedFinding;
import io.penstock.source.StreamSpec;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What tells a finding apart from others of its asset, as a map brings it. */
class FindingMappingTest {

    private static final UUID CONNECTION = new UUID(1, 2);

    /** Hashes of the record below as stored before ports, protocols and vendor ids were mapped. */
    private static final UUID CONTENT_HASH =
            UUID.fromString("785b6126-8c6e-428e-8b1d-25b5d8fee601");

    private static final UUID VULNERABILITY_KEY =
            UUID.fromString("133bbbad-63c5-7c8b-6149-fc6de13b10b4");

    private static final String RECORD =
            """
            {"id": "f1", "cid": "c", "aid": "a", "vulnerability_id": "Weak cipher", "status": "open",
             "cve": {"id": "%s", "severity": "HIGH", "exprt_rating": "TCP", "base_score": 4,
               "exploit_status": 443}}
            """;

    @Test
    void theSystemMapTellsFindingsApartByTheirCve() {
        var finding = mapped(systemMap(), "CVE-2023-1");

        assertThat(finding.keys().matchKey()).isEqualTo(key("CVE-2023-1", null));
        assertThat(finding.keys().port()).isNull();
        assertThat(finding.keys().protocol()).isNull();
        assertThat(finding.keys().vendorFindingId()).isNull();
    }

    @Test
    void portProtocolAndVendorIdAreTakenFromAMap() {
        var finding = mapped(richMap(), "CVE-2023-1");

        assertThat(finding.keys().port()).isEqualTo(443);
        assertThat(finding.keys().protocol()).isEqualTo("tcp");
        assertThat(finding.keys().vendorFindingId()).isEqualTo("f1");
        assertThat(finding.keys().matchKey()).isEqualTo(key("CVE-2023-1", "f1"));
    }

    @Test
    void withoutACveTheVendorIdMakesTheClassAndElseTheTitle() {
        assertThat(mapped(richMap(), "").keys().matchKey()).isEqualTo(key(null, "f1"));
        assertThat(mapped(systemMap(), "").keys().matchKey()).isEqualTo(key(null, null));
    }

    @Test
    void whatIsNotMappedDoesNotChangeTheContentHash() {
        assertThat(mapped(systemMap(), "CVE-2023-1").contentHash()).isEqualTo(CONTENT_HASH);
        assertThat(mapped(richMap(), "CVE-2023-1").contentHash()).isNotEqualTo(CONTENT_HASH);
    }

    @Test
    void aSeverityThatDoesNotCountDoesNotChangeTheKeyOfTheVulnerability() {
        assertThat(mapped(systemMap(), "CVE-2023-1").vulnerabilityKey())
                .isEqualTo(VULNERABILITY_KEY);
    }

    private static long key(@Nullable String cve, @Nullable String vendorId) {
        return new FindingKey().of(cve, vendorId, "Weak cipher", "f1");
    }

    private static StreamSpec spec() {
        return new Catalogue()
                .connectors().getFirst().streams().stream()
                        .filter(s -> s.name().text().equals("vulnerabilities"))
                        .findFirst()
                        .orElseThrow();
    }

    private static TransformMap systemMap() {
        return MapJson.stored(new Catalogue().connectors().getFirst().transformMaps().getFirst());
    }

    private static TransformMap richMap() {
        var map = systemMap();
        var rows = new ArrayList<>(map.rows());
        rows.add(row("cve.exploit_status", TargetAttribute.FINDING_PORT));
        rows.add(row("cve.exprt_rating", TargetAttribute.FINDING_PROTOCOL));
        rows.add(row("id", TargetAttribute.VENDOR_FINDING_ID));
        return new TransformMap("rich", 1, map.sourceModel(), map.targetModel(), rows);
    }

    private static MappingRow row(String path, TargetAttribute target) {
        return new MappingRow(
                spec().name(),
                List.of(FieldPath.parse(path)),
                target.type() == DataType.INTEGER ? DataType.INTEGER : DataType.STRING,
                target,
                List.of(),
                Map.of(),
                Unmapped.PASS,
                null,
                false);
    }

    private static MappedFinding mapped(TransformMap map, String cve) {
        var plan = new StreamPlan(spec(), map);
        var mapping = new FindingMapping(plan, CONNECTION);
        var page = "{\"resources\": [" + RECORD.replace("%s", cve) + "]}";
        new PageReader(spec().records(), plan.map().projection())
                .read(page.getBytes(StandardCharsets.UTF_8), "identity", mapping);
        assertThat(mapping.page().rejected()).isEmpty();
        return mapping.page().findings().getFirst();
    }
}
