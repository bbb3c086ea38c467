package io.penstock.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.wire.env.EngineSetting;
import io.penstock.wire.env.EnvTemplate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every key of the table: its default, its effect and a bad value. */
class EngineSettingsTest {

    @TempDir private static Path folder;

    private static Stream<EngineSettingRows.Row> rows() throws IOException {
        return EngineSettingRows.in(folder);
    }

    private static Map<String, String> required(EngineSetting key) {
        var values = RequiredSettings.environment();
        if (key == EngineSetting.CRON_ZONE) {
            values.put("service.cron-expression", "0 0 0 * * *");
        }
        if (key.name().startsWith("PROXY")) {
            values.put("service.http.proxy.enabled", "true");
            values.put("service.http.proxy.host", "proxy.example.com");
        }
        if (key == EngineSetting.PROXY_USERNAME) {
            values.put("service.http.proxy.password", "pw");
        }
        if (key == EngineSetting.PROXY_PASSWORD) {
            values.put("service.http.proxy.username", "u");
        }
        return values;
    }

    private static String effect(EngineSetting key, Map<String, String> environment) {
        var effect = EngineSettingRows.EFFECTS.getOrDefault(key, _ -> "no effect is known");
        return String.valueOf(effect.apply(EngineConfig.read(environment)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void hasItsDefaultItsEffectAndRefusesABadValue(EngineSettingRows.Row row) {
        var values = required(row.key());
        values.remove(row.key().key());
        if (row.without().isEmpty()) {
            assertRefused(row, values);
        } else {
            assertThat(effect(row.key(), values)).isEqualTo(row.without());
        }
        values.put(row.key().key(), row.good());
        values.put(EngineSetting.PROXY_HOST.key(), valueOrProxy(row));
        assertThat(effect(row.key(), values)).isEqualTo(row.effect());
        values.put(row.key().key(), row.bad());
        assertRefused(row, values);
    }

    private static String valueOrProxy(EngineSettingRows.Row row) {
        return row.key() == EngineSetting.PROXY_HOST ? row.good() : "proxy.example.com";
    }

    private static void assertRefused(EngineSettingRows.Row row, Map<String, String> values) {
        assertThatThrownBy(() -> EngineConfig.read(values))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("The setting ")
                .hasMessageContaining(row.key().key());
    }

    @ParameterizedTest
    @EnumSource(
            value = EngineSetting.class,
            names = {"HEAP_MAX", "HEAP_MIN"})
    void refusesAHeapOfWrongForm(EngineSetting key) {
        var values = required(key);
        for (var bad : List.of("much", "16M", "13000", "13000MM", "-1")) {
            values.put(key.key(), bad);
            assertThatThrownBy(() -> EngineConfig.read(values))
                    .hasMessageContaining(key.key() + " is '" + bad + "'");
        }
        values.put(key.key(), "13000M");
        assertThat(EngineConfig.read(values)).isNotNull();
    }

    @Test
    void readsTheLogsSettingsFirst() {
        assertThat(EngineConfig.log(Map.of()))
                .isEqualTo(new LogSettings(LogLevel.INFO, 2L * 1024 * 1024 * 1024));
        assertThat(EngineConfig.log(Map.of("service.log.total-size", "500M")).totalBytes())
                .isEqualTo(500L * 1024 * 1024);
        assertThatThrownBy(() -> EngineConfig.log(Map.of("service.log.total-size", "1M")))
                .hasMessageContaining("no size of at least 100M");
        assertThatThrownBy(() -> EngineConfig.log(Map.of("LOGLEVEL", "loud")))
                .hasMessageContaining("LOGLEVEL is 'loud'");
    }

    @Test
    void takesATokenOrAKeyFileInsteadOfAUser() throws IOException {
        var values = required(EngineSetting.ENROLMENT_TOKEN);
        values.remove("qualys.user.username");
        values.put("service.enrolment-token", "t0ken");
        values.put("service.key-file", folder.resolve("none.key").toString());
        assertThat(EngineConfig.read(values).credentials()).isInstanceOf(Enrolment.class);
        values.remove("service.enrolment-token");
        assertThatThrownBy(() -> EngineConfig.read(values))
                .hasMessageContaining("qualys.user.username is missing");
        var key = Files.writeString(folder.resolve("engine.key"), "name\nkey\n");
        values.put("service.key-file", key.toString());
        assertThat(EngineConfig.read(values).credentials()).isInstanceOf(Enrolment.class);
    }

    @Test
    void everyKeyIsTested() throws IOException {
        var elsewhere =
                Set.of(
                        EngineSetting.HEAP_MAX,
                        EngineSetting.HEAP_MIN,
                        EngineSetting.LOG_LEVEL,
                        EngineSetting.LOG_TOTAL,
                        EngineSetting.ENROLMENT_TOKEN,
                        EngineSetting.KEY_FILE,
                        EngineSetting.SOURCE_URL,
                        EngineSetting.SOURCE_CLIENT_ID,
                        EngineSetting.SOURCE_CLIENT_SECRET);
        var tables = Stream.concat(rows(), MetricsSettingsTest.rows());
        assertThat(Stream.concat(tables.map(EngineSettingRows.Row::key), elsewhere.stream()))
                .containsExactlyInAnyOrder(EngineSetting.values());
    }

    @Test
    void theDocumentationHasTheTableAsItIs() throws IOException {
        var page = Files.readString(Path.of("../docs/operations/engine.md"));
        for (var setting : EngineSetting.values()) {
            assertThat(page).contains(documented(setting));
        }
    }

    private static String documented(EngineSetting setting) {
        var fallback = setting.fallback().isEmpty() ? "–" : "`" + setting.fallback() + "`";
        var allowed = setting.allowed().isEmpty() ? "" : " Allowed: " + setting.allowed() + ".";
        var file = setting.fileKey().map(key -> " Or `" + key + "`.").orElse("");
        return "| `%s` | %s | %s%s%s |"
                .formatted(setting.key(), fallback, setting.help(), allowed, file);
    }

    @Test
    void theTemplateHoldsEveryKeyAndIsReadBackAsItsDefaults() {
        var template = EnvTemplate.text();
        for (var setting : EngineSetting.values()) {
            assertThat(template).containsPattern("(?m)^#?\\Q" + setting.key() + "\\E=");
        }
        var values = new HashMap<>(required(EngineSetting.API_URL));
        template.lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .filter(line -> !line[1].isEmpty())
                .forEach(line -> values.put(line[0], line[1]));
        assertThat(EngineConfig.read(values))
                .hasToString(EngineConfig.read(required(EngineSetting.API_URL)).toString());
    }
}
