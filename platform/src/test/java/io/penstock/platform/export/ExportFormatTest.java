package io.penstock.platform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.search.ExportedFinding;
import io.penstock.testkit.GoldenFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

class ExportFormatTest {

    private static final ExportFacts FACTS =
            new ExportFacts(Instant.parse("2026-03-02T00:00:00Z"), "0.1.0", "One");
    private static final Path PAGE = Path.of("../docs/operations/exports.md");

    @ParameterizedTest
    @EnumSource(names = {"CSV", "JSON", "NDJSON"})
    void writesFindingsAsEver(ExportFormat format) throws IOException {
        GoldenFile.named("export-findings." + format.extension())
                .assertMatches(findings(format, ExportedRecords.findings()));
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "JSON", "NDJSON"})
    void writesAssetsAsEver(ExportFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = format.assets(out, FACTS);
        for (var asset : ExportedRecords.assets()) {
            writer.write(asset);
        }
        writer.close();

        GoldenFile.named("export-assets." + format.extension())
                .assertMatches(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void writesFindingsByTheStandards() throws IOException {
        assertThat(findings(ExportFormat.OCSF, ExportedRecords.findings()).lines())
                .hasSize(2)
                .allMatch(line -> line.contains("\"class_uid\":2002"));
        assertThat(findings(ExportFormat.VEX, ExportedRecords.findings()))
                .contains("\"specVersion\":\"1.6\"");
    }

    @Test
    void vexHasNoAssets() {
        assertThatThrownBy(() -> ExportFormat.VEX.require(ExportKind.ASSETS))
                .hasMessage("The format 'vex' has no assets. Take another format.");
    }

    @Test
    void aFileWithoutRecordsIsStillOne() throws IOException {
        assertThat(findings(ExportFormat.CSV, List.of()))
                .startsWith("id,assetId,")
                .endsWith(",machine.identifiers.origins\r\n");
        assertThat(findings(ExportFormat.JSON, List.of())).isEqualTo("[\n\n]\n");
        assertThat(findings(ExportFormat.NDJSON, List.of())).isEmpty();
    }

    @Test
    void namesAreTheSameInAllFormats() throws IOException {
        var heading = findings(ExportFormat.CSV, List.of()).strip().split(",");
        var line = findings(ExportFormat.NDJSON, ExportedRecords.findings().subList(1, 2));
        var members = new TreeSet<String>();
        collect("", JsonMapper.shared().readTree(line), members);

        members.add("machine.identifiers.origins");
        assertThat(members).containsExactlyInAnyOrder(heading);
    }

    private static void collect(String group, JsonNode object, Set<String> names) {
        object.forEachEntry((name, value) -> {
            if (value.isObject()) {
                collect(group + name + ".", value, names);
            } else {
                names.add(group + name);
            }
        });
    }

    @Test
    void thePageOfExportsHasEveryNameAndNoOther() throws IOException {
        var names = new TreeSet<String>();
        FindingColumns.ALL.forEach(column -> names.add(column.name()));
        AssetColumns.ALL.forEach(column -> names.add(column.name()));
        var described = new TreeSet<String>();
        for (var line : Files.readAllLines(PAGE)) {
            if (line.startsWith("| `") && (line.contains("` | F") || line.contains("` | A "))) {
                described.add(line.substring(3, line.indexOf('`', 3)));
            }
        }

        assertThat(described).isEqualTo(names);
    }

    @Test
    void readsFormatsInAnyCaseAndNamesThem() {
        assertThat(ExportFormat.of("NdJson")).isEqualTo(ExportFormat.NDJSON);
        assertThatThrownBy(() -> ExportFormat.of("xls"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("'xls'")
                .hasMessageContaining("csv, json, ndjson, ocsf, vex");
    }

    private static String findings(ExportFormat format, List<ExportedFinding> findings)
            throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = format.findings(out, FACTS);
        for (var finding : findings) {
            writer.write(finding);
        }
        writer.close();
        return out.toString(StandardCharsets.UTF_8);
    }
}
