package io.penstock.platform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.platform.search.ExportedFinding;
import io.penstock.testkit.GoldenFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

class OcsfFindingsTest {

    private static final OcsfSchema SCHEMA = OcsfSchema.ofClass("vulnerability_finding");

    @Test
    void saysAllThatTheRecordSays() throws IOException {
        var line = write(OcsfSamples.finding());
        assertThat(SCHEMA.faults(line)).isEmpty();
        new GoldenFile(Path.of("src/test/resources/ocsf/finding.json")).assertMatches(pretty(line));
    }

    @ParameterizedTest
    @CsvSource({
        "NEW,false,1,1,New",
        "ACTIVE,false,2,99,ACTIVE",
        "REOPENED,false,2,99,REOPENED",
        "NEW,true,1,3,Suppressed",
        "ACTIVE,true,2,3,Suppressed",
        "FIXED,false,3,4,Resolved",
        "FIXED,true,3,4,Resolved",
    })
    void tellsActivityAndStatus(
            String status, boolean suppressed, int activity, int statusId, String caption)
            throws IOException {
        var event =
                event(
                        OcsfSamples.finding(
                                status,
                                "CVE-2021-44228",
                                suppressed,
                                OcsfSamples.threat(false, null)));
        assertThat(event.get("activity_id").asInt()).isEqualTo(activity);
        assertThat(event.get("type_uid").asInt()).isEqualTo(200_200 + activity);
        assertThat(event.get("status_id").asInt()).isEqualTo(statusId);
        assertThat(event.get("status").asString()).isEqualTo(caption);
        assertThat(event.get("status_code").asString()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"FALSE_POSITIVE,3", "RISK_ACCEPTED,99"})
    void tellsWhatAPersonDecided(String kind, int statusId) throws IOException {
        var event = event(OcsfSamples.decided(kind));
        assertThat(event.get("status_id").asInt()).isEqualTo(statusId);
        assertThat(event.at("/unmapped/decision/kind").asString()).isEqualTo(kind);
        assertThat(event.at("/vulnerabilities/0/cve/epss/score").asString())
                .isEqualTo("0.943580000");
    }

    @Test
    void withoutCveTheVendorsIdIsTheAdvisory() throws IOException {
        var event = event(OcsfSamples.finding("NEW", null));
        var vulnerability = event.at("/vulnerabilities/0");
        assertThat(vulnerability.has("cve")).isFalse();
        assertThat(vulnerability.at("/advisory/uid").asString()).isEqualTo("QID-38170");
        assertThat(event.at("/unmapped/cvss3_base_score").decimalValue())
                .isEqualByComparingTo("10");
        assertThat(event.at("/unmapped/known_exploited").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"false,,", "false,0,false", "false,30,true", "true,,true"})
    void anExploitIsNotDeniedWhenNobodySaysSo(boolean kev, Integer exploitStatus, Boolean available)
            throws IOException {
        var threat = OcsfSamples.threat(kev, exploitStatus);
        var event = event(OcsfSamples.finding("NEW", "CVE-2021-44228", false, threat));
        var said = event.at("/vulnerabilities/0/is_exploit_available");
        assertThat(said.isMissingNode() ? null : said.asBoolean()).isEqualTo(available);
        assertThat(event.has("enrichments")).isEqualTo(kev);
    }

    @Test
    void eachRecordIsALineAndTheStreamStaysOpen() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new OcsfFindings(out, OcsfSamples.FACTS)) {
            writer.write(OcsfSamples.finding());
            writer.write(OcsfSamples.finding("FIXED", null));
        }
        out.write('!');
        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList())
                .hasSize(3)
                .last()
                .isEqualTo("!");
    }

    @Test
    void noRecordsAreAnEmptyFile() throws IOException {
        var out = new ByteArrayOutputStream();
        new OcsfFindings(out, OcsfSamples.FACTS).close();
        assertThat(out.size()).isZero();
    }

    @Test
    void aStreamThatFailsIsSaidAsSuch() {
        var broken =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("gone");
                    }
                };
        var writer = new OcsfFindings(broken, OcsfSamples.FACTS);
        assertThatThrownBy(
                        () -> {
                            writer.write(OcsfSamples.finding());
                            writer.close();
                        })
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
    }

    private static JsonNode event(ExportedFinding finding) throws IOException {
        var line = write(finding);
        assertThat(SCHEMA.faults(line)).isEmpty();
        return JsonMapper.shared().readTree(line);
    }

    private static String write(ExportedFinding finding) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new OcsfFindings(out, OcsfSamples.FACTS)) {
            writer.write(finding);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String pretty(String line) {
        var tree = JsonMapper.shared().readTree(line);
        return tree.toPrettyString().replace("\r\n", "\n") + "\n";
    }
}
