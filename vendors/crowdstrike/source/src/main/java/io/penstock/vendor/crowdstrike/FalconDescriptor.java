package io.penstock.vendor.crowdstrike;

import io.penstock.core.run.StreamKind;
import io.penstock.core.run.StreamName;
import io.penstock.core.value.FieldPath;
import io.penstock.source.SettingSpec;
import io.penstock.source.SourceDescriptor;
import io.penstock.source.StreamSpec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the catalogue, the settings form and the transformation need to know of Spotlight. */
final class FalconDescriptor {

    static final String URL = "url";
    static final String CLIENT_ID = "client-id";
    static final String CLIENT_SECRET = "client-secret";
    static final StreamName HOSTS = new StreamName("hosts");
    static final StreamName FINDINGS = new StreamName("vulnerabilities");

    private static final String CLIENT_STEPS =
            "In the Falcon console open Support > API Clients and Keys > Add new API client. The"
                + " name is free. Give it the scopes Vulnerabilities: Read and Assets: Read; Hosts:"
                + " Read and Host groups: Read are recommended. ";

    private FalconDescriptor() {}

    static SourceDescriptor create() {
        return new SourceDescriptor(
                "crowdstrike-onprem",
                "CrowdStrike OnPrem Connector",
                "CrowdStrike",
                "Spotlight",
                "CrowdStrike Spotlight",
                "Imports host assets from CrowdStrike Falcon Discover and vulnerability findings"
                        + " from Falcon Spotlight, read by an engine in your own network.",
                settings(),
                List.of(hosts(), findings()),
                List.of(resource("data-model.json")),
                List.of(resource("transform-map.json"), resource("recommended-map.json")));
    }

    private static List<SettingSpec> settings() {
        return List.of(
                new SettingSpec(
                        URL,
                        "Auth URL",
                        SettingSpec.Form.URL,
                        "The base URL of your Falcon cloud, such as"
                            + " https://api.us-2.crowdstrike.com or"
                            + " https://api.eu-1.crowdstrike.com. The console shows it beside a new"
                            + " API client.",
                        true),
                new SettingSpec(
                        CLIENT_ID,
                        "Client ID",
                        SettingSpec.Form.TEXT,
                        CLIENT_STEPS + "The console then shows the Client ID.",
                        true),
                new SettingSpec(
                        CLIENT_SECRET,
                        "Client Secret",
                        SettingSpec.Form.SECRET,
                        CLIENT_STEPS
                                + "The console shows the secret once; keep it in a safe place. It"
                                + " can be replaced here and is never shown again.",
                        true));
    }

    private static StreamSpec hosts() {
        return new StreamSpec(
                HOSTS,
                StreamKind.HOSTS,
                "Hosts",
                FieldPath.parse("resources"),
                FieldPath.parse("id"),
                List.of(FieldPath.parse("aid"), FieldPath.parse("id")),
                FieldPath.parse("cid"),
                FieldPath.parse(HostStream.CHANGED),
                Map.of());
    }

    private static StreamSpec findings() {
        return new StreamSpec(
                FINDINGS,
                StreamKind.FINDINGS,
                "Vulnerabilities",
                FieldPath.parse("resources"),
                FieldPath.parse("id"),
                List.of(FieldPath.parse("aid")),
                FieldPath.parse("cid"),
                FieldPath.parse(FindingStream.CHANGED),
                Map.of(
                        "assetName", FieldPath.parse("host_info.hostname"),
                        "ipAddress", FieldPath.parse("host_info.local_ip"),
                        "operatingSystemName", FieldPath.parse("host_info.os_version")));
    }

    private static String resource(String name) {
        try (var in = FalconDescriptor.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
