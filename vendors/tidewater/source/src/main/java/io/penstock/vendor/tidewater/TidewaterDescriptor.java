package io.penstock.vendor.tidewater;

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

/** What the catalogue, the settings form and the transformation need to know of Tidewater. */
final class TidewaterDescriptor {

    static final String URL = "url";
    static final String ACCOUNT = "account";
    static final String KEY = "api-key";

    static final StreamName MACHINES = new StreamName("machines");
    static final StreamName WEAKNESSES = new StreamName("weaknesses");

    private TidewaterDescriptor() {}

    static SourceDescriptor create() {
        return new SourceDescriptor(
                "tidewater-example",
                "Tidewater Example Connector",
                "Tidewater",
                "Soundings",
                "Tidewater Soundings",
                "A fictional vendor: the smallest connector that keeps the whole contract.",
                settings(),
                List.of(
                        stream(MACHINES, StreamKind.HOSTS, "Machines", "number"),
                        stream(WEAKNESSES, StreamKind.FINDINGS, "Weaknesses", "machine")),
                List.of(resource("data-model.json")),
                List.of(resource("transform-map.json")));
    }

    private static List<SettingSpec> settings() {
        return List.of(
                new SettingSpec(
                        URL,
                        "Base URL",
                        SettingSpec.Form.URL,
                        "The address of your Tidewater harbour, as its start page shows it.",
                        true),
                new SettingSpec(
                        ACCOUNT,
                        "Account",
                        SettingSpec.Form.TEXT,
                        "The account's name, shown under Settings > Account.",
                        true),
                new SettingSpec(
                        KEY,
                        "API key",
                        SettingSpec.Form.SECRET,
                        "Made under Settings > Keys > New key; it is shown once.",
                        true));
    }

    private static StreamSpec stream(StreamName name, StreamKind kind, String label, String host) {
        return new StreamSpec(
                name,
                kind,
                label,
                FieldPath.parse("records"),
                FieldPath.parse("number"),
                List.of(FieldPath.parse(host)),
                FieldPath.parse("account"),
                FieldPath.parse("changed"),
                Map.of());
    }

    private static String resource(String name) {
        try (var in = TidewaterDescriptor.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
