package io.penstock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.StreamKind;
import io.penstock.core.run.StreamName;
import io.penstock.core.value.FieldPath;
import io.penstock.engine.read.NumberSession;
import io.penstock.source.HttpCall;
import io.penstock.source.HttpPort;
import io.penstock.source.SettingSpec;
import io.penstock.source.Settings;
import io.penstock.source.SourceDescriptor;
import io.penstock.source.SourceSession;
import io.penstock.source.StreamSpec;
import io.penstock.source.VendorSource;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A vendor without a network: each stream counts up to the setting {@code records}, in three slices
 * and pages of ten. The setting {@code fault} makes every read and count fail with that kind and
 * say the {@code pin}, the setting {@code cuts} lets slices be cut, the setting {@code calls} is an
 * address that is asked at every call.
 */
public final class CountingSource implements VendorSource {

    public static final String KEY = "counting";

    /** For {@code ServiceLoader}. */
    public CountingSource() {}

    @Override
    public SourceDescriptor descriptor() {
        return new SourceDescriptor(
                KEY,
                "Counting",
                "Nobody",
                "Numbers",
                "Numbers",
                "Counts.",
                List.of(
                        new SettingSpec("records", "Records", SettingSpec.Form.TEXT, "", true),
                        new SettingSpec("client-secret", "S", SettingSpec.Form.SECRET, "", true),
                        new SettingSpec("pin", "PIN", SettingSpec.Form.SECRET, "", false)),
                List.of(stream("hosts", StreamKind.HOSTS), stream("numbers", StreamKind.FINDINGS)),
                List.of(),
                List.of("{}"));
    }

    private static StreamSpec stream(String name, StreamKind kind) {
        var id = FieldPath.parse("id");
        return new StreamSpec(
                new StreamName(name),
                kind,
                name,
                FieldPath.parse("r"),
                id,
                List.of(id),
                id,
                id,
                Map.of());
    }

    @Override
    public SourceSession open(Settings settings, HttpPort http) {
        settings.require("client-secret");
        var pin = settings.find("pin").map(text -> " PIN " + text).orElse("");
        var records = Integer.parseInt(settings.require("records"));
        var cuts = settings.find("cuts").isPresent();
        var session = new NumberSession(new NumberSession.Shape(records, 10, 3, cuts));
        settings.find("fault").ifPresent(kind -> session.trouble = call -> fail(call, kind, pin));
        settings.find("calls")
                .map(URI::create)
                .ifPresent(uri -> session.trouble = _ -> ask(http, uri));
        return session;
    }

    private static void ask(HttpPort http, URI uri) {
        assertThat(http.send(HttpCall.get(uri, Map.of())).status()).isEqualTo(200);
    }

    private static void fail(String call, String kind, String pin) {
        if (call.startsWith("read") || call.startsWith("total") || call.startsWith("check")) {
            throw new FaultException(
                    FaultKind.valueOf(kind), "VENDOR_SAYS_NO", "The vendor says no." + pin, "");
        }
    }
}
