package io.penstock.vendor.crowdstrike;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.value.FieldPath;
import io.penstock.source.SettingSpec;
import io.penstock.source.VendorSource;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

class FalconDescriptorTest {

    private final io.penstock.source.SourceDescriptor descriptor = FalconDescriptor.create();
    private final JsonNode map = json(descriptor.transformMaps().getFirst());
    private final JsonNode model = json(descriptor.dataModels().getFirst());

    private static JsonNode json(String text) {
        return Samples.json(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isFoundByServiceLoader() {
        assertThat(ServiceLoader.load(VendorSource.class))
                .extracting(source -> source.descriptor().key())
                .containsExactly("crowdstrike-onprem");
    }

    @Test
    void asksForThreeSettingsThatAreNeededAndThreeThatAreNot() {
        assertThat(descriptor.settings())
                .extracting(SettingSpec::key)
                .containsExactly(
                        "url",
                        "client-id",
                        "client-secret",
                        "member-cid",
                        "host-reading",
                        "page-size");
        assertThat(descriptor.settings().stream().filter(SettingSpec::required)).hasSize(3);
        assertThat(descriptor.settings().get(1).help())
                .contains("Support > API Clients and Keys > Add new API client")
                .contains("Vulnerabilities: Read")
                .contains("Assets: Read");
    }

    @Test
    void listsThePermissionsThatTheConnectionTestAsksFor() {
        var listed = new HashSet<String>();
        for (var permission : model.path("permissions")) {
            listed.add(permission.path("name").stringValue() + " " + permission.path("required"));
            assertThat(descriptor.streams())
                    .extracting(stream -> stream.name().text())
                    .contains(permission.path("stream").stringValue());
        }
        assertThat(listed)
                .isEqualTo(
                        Arrays.stream(Endpoint.Scope.values())
                                .map(scope -> scope.label() + " " + scope.required())
                                .collect(Collectors.toSet()));
    }

    @Test
    void mapsOnlyFieldsItsModelDescribes() {
        var known = paths();
        for (var row : map.path("rows")) {
            for (var source : row.path("source")) {
                var place = row.path("stream").stringValue() + " " + source.stringValue();
                assertThat(known).contains(place);
                assertThat(FieldPath.parse(source.stringValue())).hasToString(source.stringValue());
            }
        }
    }

    private Set<String> paths() {
        var paths = new HashSet<String>();
        for (var stream : model.path("streams")) {
            for (var attribute : stream.path("attributes")) {
                var path = FieldPath.parse(attribute.path("path").stringValue());
                assertThat(attribute.path("label").stringValue()).isNotBlank();
                assertThat(attribute.path("description").stringValue()).isNotBlank();
                paths.add(stream.path("stream").stringValue() + " " + path);
            }
        }
        return paths;
    }

    @Test
    void mapsEverySpecifiedTargetAndRequiresTheFour() {
        var targets = new HashSet<String>();
        var required = new HashSet<String>();
        for (var row : map.path("rows")) {
            targets.add(row.path("target").stringValue());
            if (row.path("required").booleanValue()) {
                required.add(row.path("target").stringValue());
            }
        }
        assertThat(targets)
                .contains(
                        "externalAssetId",
                        "findingName",
                        "externalFindingId",
                        "findingSeverity",
                        "recommendation",
                        "findingStatus",
                        "findingLastFoundOn",
                        "operatingSystemName",
                        "detectionMethod",
                        "cveId",
                        "findingDescription",
                        "cvssV2Base",
                        "findingSubType",
                        "biosInfoSerialNumber",
                        "biosInfoManufacturer",
                        "assetName",
                        "macAddress",
                        "ipAddress");
        assertThat(required)
                .contains("externalAssetId", "findingName", "externalFindingId", "findingSeverity");
    }
}
