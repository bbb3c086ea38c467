package io.penstock.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.search.Machine;
import io.penstock.testkit.GoldenFile;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

class OcsfAssetsTest {

    private static final OcsfSchema SCHEMA = OcsfSchema.ofClass("inventory_info");

    @Test
    void saysAllThatTheRecordSays() throws IOException {
        new GoldenFile(Path.of("src/test/resources/ocsf/asset.json"))
                .assertMatches(event(OcsfSamples.machine()).toPrettyString() + "\n");
    }

    @Test
    void keepsWhatTheSchemaDoesNotTake() throws IOException {
        var event =
                event(
                        OcsfSamples.machine(
                                List.of("10.1", "10.1.2.3"), List.of("00:50"), "no uuid"));
        assertThat(event.at("/device/ip").asString()).isEqualTo("10.1.2.3");
        assertThat(event.at("/device").has("mac")).isFalse();
        assertThat(event.at("/device/hw_info").has("uuid")).isFalse();
        assertThat(event.at("/unmapped/ip_addresses/0").asString()).isEqualTo("10.1");
        assertThat(event.at("/unmapped/mac_addresses/0").asString()).isEqualTo("00:50");
        assertThat(event.at("/unmapped/hardware_uuid").asString()).isEqualTo("no uuid");
    }

    private static JsonNode event(Machine machine) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new OcsfAssets(out, OcsfSamples.FACTS)) {
            writer.write(OcsfSamples.asset(machine));
        }
        var line = out.toString(StandardCharsets.UTF_8);
        assertThat(SCHEMA.faults(line)).isEmpty();
        return JsonMapper.shared().readTree(line);
    }
}
