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
import java.util.stream.Stream;

/** What the catalogue, the settings form and the transformation need to know of Spotlight. */
final class FalconDescriptor {

    static final String URL = "url";
    static final String CLIENT_ID = "client-id";
    static final String CLIENT_SECRET = "client-secret";
    static final String MEMBER_CID = "member-cid";
    static final String HOST_READING = "host-reading";
    static final String PAGE_SIZE = "page-size";
    static final String BY_QUERIES = "queries";
    static final String COMBINED = "combined";
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
        return Stream.concat(required().stream(), optional().stream()).toList();
    }

    private static List<SettingSpec> optional() {
        return List.of(
                new SettingSpec(
                        MEMBER_CID,
                        "Member CID",
                        SettingSpec.Form.TEXT,
                        "Only for an API client of a parent (Flight Control) account: the customer"
                            + " id of the one child to read, 32 hex digits; a checksum such as -A1"
                            + " is cut off. Empty reads all that the client may see.",
                        false),
                new SettingSpec(
                        HOST_READING,
                        "Host reading",
                        SettingSpec.Form.CHOICE,
                        "queries reads host ids, then their records, 100 at a time; combined reads"
                            + " both in one call, 1,000 at a time. Government clouds may not offer"
                            + " combined.",
                        false,
                        List.of(BY_QUERIES, COMBINED)),
                new SettingSpec(
                        PAGE_SIZE,
                        "Findings per page",
                        SettingSpec.Form.TEXT,
                        "How many findings one call asks for, 100 to 5000; empty is 5000. Smaller"
                                + " pages suit a tenant whose large pages time out; the engine also"
                                + " shrinks them by itself.",
                        false));
    }

    private static List<SettingSpec> required() {
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
                FieldPath.parse(StreamKey.HOSTS.changed()),
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
                FieldPath.parse(StreamKey.FINDINGS.changed()),
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
