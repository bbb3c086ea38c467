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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every key of the table: its default, its effect and a bad value. */
class EngineSettingsTest {

    private static final String UUID = "11111111-1111-1111-1111-111111111111";
    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";

    /** Free text has no bad form but its length. */
    private static final String TOO_LONG = "x".repeat(4_001);

    /**
     * A key's row: what it reads as without a value, a good value, what that reads as, a bad one.
     */
    private record Row(
            EngineSetting key, String without, String good, String effect, String bad) {}

    @TempDir private static Path folder;

    private static Row row(
            EngineSetting key, String without, String good, String effect, String bad) {
        return new Row(key, without, good, effect, bad);
    }

    private static Row same(EngineSetting key, String without, String good, String bad) {
        return row(key, without, good, good, bad);
    }

    private static final Map<EngineSetting, Function<EngineConfig, Object>> EFFECTS = effects();

    private static Map<EngineSetting, Function<EngineConfig, Object>> effects() {
        var all = new EnumMap<EngineSetting, Function<EngineConfig, Object>>(EngineSetting.class);
        all.put(EngineSetting.API_URL, EngineConfig::api);
        all.put(EngineSetting.CUSTOMER, c -> c.target().customer());
        all.put(EngineSetting.CONNECTION, c -> c.target().connection());
        all.put(EngineSetting.PROFILE, c -> c.target().profile());
        all.put(EngineSetting.USERNAME, c -> c.login().username());
        all.put(EngineSetting.PASSWORD, c -> c.login().password().reveal());
        all.put(EngineSetting.THREADS, c -> c.work().threads());
        all.put(EngineSetting.CRON_EXPRESSION, c -> c.work().schedule().map(Object::toString));
        all.put(EngineSetting.CRON_ZONE, c -> c.work().schedule().map(Schedule::zone));
        all.put(EngineSetting.EXIT_WHEN_DONE, c -> c.work().exitWhenDone());
        all.put(EngineSetting.RETRY_TIME, c -> c.work().patience());
        all.put(EngineSetting.PROXY_ENABLED, c -> c.net().proxy().isPresent());
        all.put(EngineSetting.PROXY_HOST, c -> c.net().proxy().map(Proxy::host));
        all.put(EngineSetting.PROXY_PORT, c -> c.net().proxy().map(Proxy::port));
        all.put(EngineSetting.PROXY_SCHEME, c -> c.net().proxy().map(Proxy::tls));
        all.put(
                EngineSetting.PROXY_USERNAME,
                c -> c.net().proxy().flatMap(Proxy::login).map(Login::username));
        all.put(
                EngineSetting.PROXY_PASSWORD,
                c -> c.net().proxy().flatMap(Proxy::login).map(l -> l.password().reveal()));
        all.put(EngineSetting.PROXY_EXCLUDED, c -> c.net().proxy().map(Proxy::excluded));
        all.put(EngineSetting.CA_BUNDLE, c -> c.net().caBundle().isPresent());
        all.put(EngineSetting.CONNECT_TIMEOUT, c -> c.net().platform().connect());
        all.put(EngineSetting.READ_TIMEOUT, c -> c.net().platform().read());
        all.put(EngineSetting.WRITE_TIMEOUT, c -> c.net().platform().write());
        all.put(EngineSetting.RESPONSE_TIMEOUT, c -> c.net().platform().response());
        all.put(EngineSetting.SOURCE_CONNECT_TIMEOUT, c -> c.net().vendor().connect());
        all.put(EngineSetting.SOURCE_RESPONSE_TIMEOUT, c -> c.net().vendor().response());
        all.put(EngineSetting.SOURCE_READ_TIMEOUT, c -> c.net().vendor().read());
        all.put(EngineSetting.SOURCE_URL, c -> c.custody().settings().get("url"));
        all.put(EngineSetting.SOURCE_CLIENT_ID, c -> c.custody().settings().get("client-id"));
        all.put(
                EngineSetting.SOURCE_CLIENT_SECRET,
                c -> c.custody().settings().get("client-secret"));
        return all;
    }

    private static Stream<Row> rows() throws IOException {
        var pem = Files.writeString(folder.resolve("ca.pem"), CERTIFICATE);
        return Stream.of(
                same(EngineSetting.API_URL, "", "https://p.example.com", "p.example.com"),
                same(EngineSetting.CUSTOMER, "", UUID, "42"),
                same(EngineSetting.CONNECTION, "", UUID, "42"),
                same(EngineSetting.PROFILE, "", UUID, "42"),
                same(EngineSetting.USERNAME, "", "engine", TOO_LONG),
                same(EngineSetting.PASSWORD, "", "p4ssword", TOO_LONG),
                same(EngineSetting.THREADS, "8", "50", "0"),
                row(
                        EngineSetting.CRON_EXPRESSION,
                        "Optional.empty",
                        "0 15 03 * * *",
                        "Optional[0 15 03 * * *]",
                        "0 15 25 * * *"),
                row(
                        EngineSetting.CRON_ZONE,
                        "Optional[America/Bahia_Banderas]",
                        "Europe/Berlin",
                        "Optional[Europe/Berlin]",
                        "Mars/Base"),
                same(EngineSetting.EXIT_WHEN_DONE, "true", "false", "no"),
                row(EngineSetting.RETRY_TIME, "PT20M", "5m", "PT5M", "999"),
                same(EngineSetting.PROXY_ENABLED, "false", "true", "yes"),
                row(EngineSetting.PROXY_HOST, "", "proxy", "Optional[proxy]", "http://proxy"),
                row(EngineSetting.PROXY_PORT, "Optional[8080]", "3128", "Optional[3128]", "0"),
                row(EngineSetting.PROXY_SCHEME, "Optional[false]", "https", "Optional[true]", "s"),
                row(EngineSetting.PROXY_USERNAME, "Optional.empty", "u", "Optional[u]", TOO_LONG),
                row(EngineSetting.PROXY_PASSWORD, "", "pw", "Optional[pw]", TOO_LONG),
                row(
                        EngineSetting.PROXY_EXCLUDED,
                        "Optional[[]]",
                        "*.a.com, 10.*",
                        "Optional[[*.a.com, 10.*]]",
                        "a/b"),
                row(EngineSetting.CA_BUNDLE, "false", pem.toString(), "true", "/no/such/file"),
                row(EngineSetting.CONNECT_TIMEOUT, "PT11M40S", "900", "PT0.9S", "0"),
                row(EngineSetting.READ_TIMEOUT, "PT11M40S", "9s", "PT9S", "9h"),
                row(EngineSetting.WRITE_TIMEOUT, "PT11M40S", "9m", "PT9M", "-1"),
                row(EngineSetting.RESPONSE_TIMEOUT, "PT11M40S", "9ms", "PT0.009S", "soon"),
                row(EngineSetting.SOURCE_CONNECT_TIMEOUT, "PT30S", "9s", "PT9S", "x"),
                row(EngineSetting.SOURCE_RESPONSE_TIMEOUT, "PT5M", "9s", "PT9S", "x"),
                row(EngineSetting.SOURCE_READ_TIMEOUT, "PT3M", "9s", "PT9S", "x"),
                same(EngineSetting.SOURCE_URL, "null", "https://v.example.com", TOO_LONG),
                same(EngineSetting.SOURCE_CLIENT_ID, "null", "id", TOO_LONG),
                same(EngineSetting.SOURCE_CLIENT_SECRET, "null", "s3cret", TOO_LONG));
    }

    private static Map<String, String> required(EngineSetting key) {
        var values = new HashMap<String, String>();
        values.put("connector.api.url", "https://platform.example.com");
        values.put("qualys.customerUuid", UUID);
        values.put("qualys.connectionUuid", UUID);
        values.put("qualys.profileUuid", UUID);
        values.put("qualys.user.username", "engine");
        values.put("qualys.user.password", "p4ss");
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
        var effect = EFFECTS.getOrDefault(key, _ -> "no effect is known");
        return String.valueOf(effect.apply(EngineConfig.read(environment)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void hasItsDefaultItsEffectAndRefusesABadValue(Row row) {
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

    private static String valueOrProxy(Row row) {
        return row.key() == EngineSetting.PROXY_HOST ? row.good() : "proxy.example.com";
    }

    private static void assertRefused(Row row, Map<String, String> values) {
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
        for (var bad : List.of("much", "16M", "13000MM", "-1")) {
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
                        EngineSetting.KEY_FILE);
        assertThat(Stream.concat(rows().map(Row::key), elsewhere.stream()))
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
