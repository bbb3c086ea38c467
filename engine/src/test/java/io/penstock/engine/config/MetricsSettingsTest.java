package io.penstock.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.source.Secret;
import io.penstock.wire.env.EngineSetting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The keys of the metrics: their defaults, their effects and bad values. */
class MetricsSettingsTest {

    private static final String COLLECTOR = "https://collector.example.com:4318";

    private static final Map<EngineSetting, Function<MetricsSettings, Object>> EFFECTS = effects();

    private static Map<EngineSetting, Function<MetricsSettings, Object>> effects() {
        var all =
                new EnumMap<EngineSetting, Function<MetricsSettings, Object>>(EngineSetting.class);
        all.put(EngineSetting.METRICS_ENDPOINT, MetricsSettings::collector);
        all.put(EngineSetting.METRICS_HEADERS, MetricsSettingsTest::headers);
        all.put(EngineSetting.METRICS_INTERVAL, MetricsSettings::every);
        all.put(EngineSetting.METRICS_SERVICE, MetricsSettings::service);
        all.put(EngineSetting.METRICS_ATTRIBUTES, m -> new TreeMap<>(m.attributes()));
        return all;
    }

    private static Map<String, String> headers(MetricsSettings metrics) {
        var shown = new TreeMap<String, String>();
        metrics.headers().forEach((name, value) -> shown.put(name, value.reveal()));
        return shown;
    }

    static Stream<EngineSettingRows.Row> rows() {
        return Stream.of(
                row(
                        EngineSetting.METRICS_ENDPOINT,
                        COLLECTOR,
                        "http://c:1/x/",
                        "http://c:1/x",
                        "c:1"),
                row(
                        EngineSetting.METRICS_HEADERS,
                        "{}",
                        " api-key = a%2Cb=,x-team=7, ",
                        "{api-key=a,b=, x-team=7}",
                        "api-key"),
                row(EngineSetting.METRICS_INTERVAL, "PT1M", "5s", "PT5S", "999"),
                row(
                        EngineSetting.METRICS_SERVICE,
                        "penstock-engine",
                        "site 1",
                        "site 1",
                        "x".repeat(4_001)),
                row(
                        EngineSetting.METRICS_ATTRIBUTES,
                        "{}",
                        "team=a+b%20c,site=",
                        "{site=, team=a+b c}",
                        "team=%zz"));
    }

    private static EngineSettingRows.Row row(
            EngineSetting key, String without, String good, String effect, String bad) {
        return new EngineSettingRows.Row(key, without, good, effect, bad);
    }

    private static String effect(EngineSetting key, Map<String, String> environment) {
        var effect = EFFECTS.getOrDefault(key, _ -> "no effect is known");
        return String.valueOf(effect.apply(EngineConfig.metrics(environment).orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void hasItsDefaultItsEffectAndRefusesABadValue(EngineSettingRows.Row row) {
        var values = new HashMap<>(Map.of(EngineSetting.METRICS_ENDPOINT.key(), COLLECTOR));
        assertThat(effect(row.key(), values)).isEqualTo(row.without());
        values.put(row.key().key(), row.good());
        assertThat(effect(row.key(), values)).isEqualTo(row.effect());
        values.put(row.key().key(), row.bad());
        assertThatThrownBy(() -> EngineConfig.metrics(values))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("The setting " + row.key().key());
    }

    @Test
    void withoutACollectorThereAreNoMetrics() {
        assertThat(EngineConfig.metrics(Map.of())).isEmpty();
        assertThat(EngineConfig.metrics(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "  "))).isEmpty();
        assertThat(EngineConfig.metrics(Map.of("OTEL_SERVICE_NAME", "site-1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://c:1",
        "https://user:pw@c",
        "https://c?key=1",
        "https://c#x",
        "https:///x",
        "'https://a b'"
    })
    void refusesAnAddressOfAnotherForm(String address) {
        assertThatThrownBy(
                        () -> EngineConfig.metrics(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", address)))
                .hasMessageContaining("is no address of the form https://host")
                .hasMessageNotContaining("pw");
    }

    @ParameterizedTest
    @CsvSource({
        "'Host=x', names the header Host",
        "'a b=x', see part 1",
        "'a=1,b=x%0ay', see part 2",
        "'=x', see part 1",
        "'a=', see part 1"
    })
    void refusesHeadersThatCannotBeSent(String headers, String why) {
        var values =
                Map.of(
                        "OTEL_EXPORTER_OTLP_ENDPOINT", COLLECTOR,
                        "OTEL_EXPORTER_OTLP_HEADERS", headers);
        assertThatThrownBy(() -> EngineConfig.metrics(values))
                .hasMessageContaining("The setting OTEL_EXPORTER_OTLP_HEADERS")
                .hasMessageContaining(why);
    }

    @Test
    void sendsNoHeaderInTheClear() {
        var values = new HashMap<>(Map.of("OTEL_EXPORTER_OTLP_HEADERS", "api-key=s3cret"));
        values.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.example.com:4318");
        assertThatThrownBy(() -> EngineConfig.metrics(values))
                .hasMessageContaining("OTEL_EXPORTER_OTLP_HEADERS would travel in the clear")
                .hasMessageNotContaining("s3cret");
        values.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318");
        assertThat(EngineConfig.metrics(values)).isPresent();
    }

    @Test
    void readsTheHeadersFromAFileAndHidesTheirValues(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("headers"), "api-key=s3cret%21\n");
        var values =
                Map.of(
                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                        COLLECTOR,
                        "OTEL_EXPORTER_OTLP_HEADERS_FILE",
                        file.toString());
        var metrics = EngineConfig.metrics(values).orElseThrow();
        assertThat(metrics.headers())
                .extractingByKey("api-key")
                .extracting(Secret::reveal)
                .isEqualTo("s3cret!");
        assertThat(metrics.toString()).doesNotContain("s3cret");
        assertThat(EngineConfig.secrets(values)).contains("s3cret!");
    }

    @Test
    void allowsAtMostThirtyTwoAttributes() {
        var many = new StringBuilder();
        for (var i = 0; i < 33; i++) {
            many.append("a").append(i).append("=1,");
        }
        assertThatThrownBy(() ->
                        EngineConfig.metrics(Map.of("OTEL_RESOURCE_ATTRIBUTES", many.toString())))
                .hasMessageContaining("OTEL_RESOURCE_ATTRIBUTES has 33 parts, at most 32");
    }
}
