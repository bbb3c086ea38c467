package io.penstock.platform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.core.value.Shown;
import io.penstock.platform.search.ExportedFinding;
import io.penstock.testkit.GoldenFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

class VexFindingsTest {

    private static final OcsfSchema SCHEMA = OcsfSchema.cycloneDx();
    private static final UUID SERIAL = UUID.fromString("3e671687-395b-41f5-a30f-a58921a69b79");
    private static final long SEED = Long.getLong("penstock.seed", 20_261_129L);

    @Test
    void saysAllThatTheRecordsSay() throws IOException {
        var document =
                document(
                        List.of(
                                OcsfSamples.finding(),
                                OcsfSamples.finding("FIXED", null),
                                OcsfSamples.decided("FALSE_POSITIVE")));
        new GoldenFile(Path.of("src/test/resources/cyclonedx/vex.json"))
                .assertMatches(document.toPrettyString() + "\n");
    }

    @Test
    void noFindingsAreADocumentWithoutEntries() throws IOException {
        var document = document(List.of());
        assertThat(document.get("vulnerabilities").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "FIXED,false,true,90,resolved",
        "NEW,true,true,90,in_triage",
        "NEW,false,true,,exploitable",
        "ACTIVE,false,false,30,exploitable",
        "ACTIVE,false,false,0,in_triage",
        "REOPENED,false,false,,in_triage",
    })
    void claimsNoMoreThanTheRecord(
            String status, boolean suppressed, boolean kev, Integer exploitStatus, String state)
            throws IOException {
        var threat = OcsfSamples.threat(kev, exploitStatus);
        var finding = OcsfSamples.finding(status, "CVE-2021-44228", suppressed, threat);
        assertThat(document(List.of(finding)).at("/vulnerabilities/0/analysis/state").asString())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"FALSE_POSITIVE,false_positive,", "RISK_ACCEPTED,exploitable,will_not_fix"})
    void aPersonsWordGoesBeforeWhatIsGuessed(String kind, String state, String response)
            throws IOException {
        var analysis =
                document(List.of(OcsfSamples.decided(kind))).at("/vulnerabilities/0/analysis");
        assertThat(analysis.get("state").asString()).isEqualTo(state);
        assertThat(analysis.at("/response/0").asString(null)).isEqualTo(response);
        assertThat(analysis.get("detail").asString()).isEqualTo("The class is not in the jar.");
    }

    @Test
    void anyFindingsAreAValidDocumentWhoseReferencesLeadSomewhere() throws IOException {
        var records = new OcsfRecords(SEED, 40);
        for (var round = 0; round < 10; round++) {
            var findings = Stream.generate(records::finding).limit(100).toList();
            var document = document(findings);
            var hosts = new HashSet<String>();
            for (var component : document.get("components")) {
                assertThat(hosts.add(component.get("bom-ref").asString())).isTrue();
            }
            for (var i = 0; i < findings.size(); i++) {
                var entry = document.at("/vulnerabilities/" + i);
                assertThat(hosts).contains(entry.at("/affects/0/ref").asString());
                assertThat(entry.path("description").asString(""))
                        .isEqualTo(Shown.clean(findings.get(i).vulnerability().description()));
            }
        }
    }

    @Test
    void refusesMoreHostsThanOneDocumentTakes() throws IOException {
        var records = new OcsfRecords(SEED, 1_000_000);
        var writer = new VexFindings(new ByteArrayOutputStream(), OcsfSamples.FACTS, SERIAL, 2);
        writer.write(records.finding());
        writer.write(records.finding());
        assertThatThrownBy(() -> writer.write(records.finding()))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("more hosts than one document takes, which is 2");
    }

    @Test
    void theSchemaIsNotTakenForGranted() {
        assertThat(
                        SCHEMA.faults(
                                "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\","
                                    + "\"vulnerabilities\":[{\"analysis\":{\"state\":\"fine\"}}]}"))
                .isNotEmpty();
    }

    private static JsonNode document(List<ExportedFinding> findings) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new VexFindings(out, OcsfSamples.FACTS, SERIAL)) {
            for (var finding : findings) {
                writer.write(finding);
            }
        }
        var text = out.toString(StandardCharsets.UTF_8);
        assertThat(SCHEMA.faults(text)).as("seed %d", SEED).isEmpty();
        return JsonMapper.shared().readTree(text);
    }
}
