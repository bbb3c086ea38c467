package io.penstock.platform.transform;

import static io.penstock.core.schema.TargetAttribute.*;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.transform.RecordValues;
import io.penstock.core.transform.TargetRecord;
import io.penstock.core.transform.Transformed;
import io.penstock.core.transform.Transformed.Mapped;
import io.penstock.core.transform.Transformed.Rejected;
import io.penstock.platform.catalogue.Catalogue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The vendor's own map, row by row (S-091 to S-109), as the platform reads and applies it. */
class SystemMapTest {

    private static final String HOST =
            """
            {"id": "cid1_ab_c", "cid": "cid1", "aid": "aid1", "hostname": " web-1 ",
             "last_seen_timestamp": "2024-04-22T13:00:00Z", "os_version": "Debian GNU 12",
             "system_serial_number": " S-1 ", "bios_manufacturer": "Phoenix",
             "network_interfaces": [
               {"local_ip": "169.254.1.1", "mac_address": "00-50-56-93-d7-c1"},
               {"local_ip": "10.0.0.7", "mac_address": "00:50:56:93:D7:C2"},
               {"local_ip": "fe80::1"}]}
            """;

    private static final String FINDING =
            """
            {"id": "aid1_f1", "cid": "cid1", "aid": "aid1", "vulnerability_id": "CVE-2023-1",
             "status": "reopen", "confidence": "potential",
             "created_timestamp": "2023-01-01T00:00:00Z",
             "updated_timestamp": "2023-02-01T00:00:00Z",
             "data_providers": [{"provider": "Falcon sensor"}, {"provider": "Falcon sensor"}],
             "cve": {"id": "CVE-2023-1", "base_score": 8.8, "severity": "HIGH",
               "description": "Text.\\n",
               "vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H"},
             "remediation": {"entities": [{"action": "Patch"}, {"action": "Patch"},
               {"action": "Reboot"}]}}
            """;

    private final List<String> keys = new ArrayList<>();

    @Test
    void mapsAHostAsTheSpecificationPrintsIt() {
        var host = mapped("hosts", HOST);
        assertThat(host.text(EXTERNAL_ASSET_ID)).isEqualTo("10.0.0.7");
        assertThat(host.text(ASSET_NAME)).isEqualTo("web-1");
        assertThat(host.text(OPERATING_SYSTEM_NAME)).isEqualTo("Debian GNU 12");
        assertThat(host.text(BIOS_SERIAL_NUMBER)).isEqualTo("S-1");
        assertThat(host.text(BIOS_MANUFACTURER)).isEqualTo("Phoenix");
        assertThat(host.texts(MAC_ADDRESS))
                .containsExactly("00:50:56:93:D7:C1", "00:50:56:93:D7:C2");
        assertThat(host.texts(IP_ADDRESS)).contains("169.254.1.1", "10.0.0.7").hasSize(3);
    }

    @Test
    void mapsAFindingAsTheSpecificationPrintsIt() {
        var finding = mapped("vulnerabilities", FINDING);
        assertThat(finding.text(FINDING_NAME)).isEqualTo("CVE-2023-1");
        assertThat(finding.text(EXTERNAL_FINDING_ID)).isEqualTo("aid1_f1");
        assertThat(finding.whole(FINDING_SEVERITY)).isEqualTo(4);
        assertThat(finding.text(RECOMMENDATION)).isEqualTo("Patch\nReboot");
        assertThat(finding.text(FINDING_STATUS)).isEqualTo("REOPENED");
        assertThat(finding.instant(FINDING_LAST_FOUND_ON)).hasToString("2023-02-01T00:00:00Z");
        assertThat(finding.text(DETECTION_METHOD)).isEqualTo("Falcon sensor");
        assertThat(finding.text(CVE_ID)).isEqualTo("CVE-2023-1");
        assertThat(finding.text(FINDING_DESCRIPTION)).isEqualTo("Text.");
        assertThat(finding.decimal(CVSS_V2_BASE)).hasToString("8.8");
        assertThat(finding.decimal(CVSS_V3_BASE)).hasToString("8.8");
        assertThat(finding.decimal(CVSS_V4_BASE)).isNull();
        assertThat(finding.text(FINDING_SUB_TYPE)).isEqualTo("Potential");
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN, 1", "NONE, 1", "LOW, 2", "MEDIUM, 3", "HIGH, 4", "CRITICAL, 5"})
    void turnsTheSeverityWordIntoANumber(String word, int severity) {
        var page = FINDING.replace("\"HIGH\"", '"' + word + '"');
        assertThat(mapped("vulnerabilities", page).whole(FINDING_SEVERITY)).isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource({"open, OPEN", "closed, FIXED", "reopen, REOPENED", "expired, EXPIRED"})
    void turnsTheStatusWordIntoOurs(String word, String status) {
        var page = FINDING.replace("\"reopen\"", '"' + word + '"');
        assertThat(mapped("vulnerabilities", page).text(FINDING_STATUS)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "hosts, network_interfaces, externalAssetId",
        "vulnerabilities, vulnerability_id, ''",
        "vulnerabilities, status, ''",
        "vulnerabilities, severity, findingSeverity"
    })
    void aMissingRequiredValueRejectsThatRecordOnly(String stream, String field, String target) {
        var record = stream.equals("hosts") ? HOST : FINDING;
        var result = result(stream, record.replace('"' + field + '"', "\"x\""));
        if (target.isEmpty()) {
            assertThat(result).isInstanceOf(Mapped.class);
        } else {
            assertThat(result)
                    .isInstanceOfSatisfying(
                            Rejected.class, r -> assertThat(r.field()).isEqualTo(target));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cid1_ab_c, ab_c", // the asset id of a parent tenant's host
        "cid1aid1, aid1", // cid and sensor id joined
        "aid1, aid1",
        "cid1, cid1"
    })
    void cutsTheTenantOffAHostKey(String aid, String key) {
        mapped("vulnerabilities", FINDING.replace("\"aid1\"", '"' + aid + '"'));
        assertThat(keys).containsExactly(key);
    }

    @Test
    void anUnreadableMapNamesItsRow() {
        var map =
                """
                {"name": "m", "version": 1, "sourceModel": "s", "targetModel": "penstock-risk", "rows": [
                  {"stream": "hosts", "source": ["a..b"], "type": "string", "target": "assetName",
                   "required": false}]}
                """;
        assertThatThrownBy(() -> MapJson.stored(map))
                .hasMessageContaining(
                        "Row 1 of map 'm' cannot be used: Path 'a..b': step '' is not a field"
                                + " name");
    }

    private TargetRecord mapped(String stream, String record) {
        assertThat(result(stream, record)).isInstanceOf(Mapped.class);
        return ((Mapped) result(stream, record)).target();
    }

    private Transformed result(String stream, String record) {
        var connector = new Catalogue().connectors().getFirst();
        var spec =
                connector.streams().stream()
                        .filter(s -> s.name().text().equals(stream))
                        .findFirst()
                        .orElseThrow();
        var plan = new StreamPlan(spec, MapJson.stored(connector.transformMaps().getFirst()));
        var results = new ArrayList<Transformed>();
        new PageReader(spec.records(), plan.map().projection())
                .read(
                        ("{\"resources\": [" + record + "]}").getBytes(StandardCharsets.UTF_8),
                        "identity",
                        new PageReader.RecordSink() {
                            @Override
                            public void take(int index, RecordValues values) {
                                keys.clear();
                                plan.hostKey(values).ifPresent(keys::add);
                                results.add(plan.map().transform(values));
                            }

                            @Override
                            public void refuse(int index, String reason) {
                                results.add(new Rejected("record", reason));
                            }
                        });
        return results.getFirst();
    }
}
