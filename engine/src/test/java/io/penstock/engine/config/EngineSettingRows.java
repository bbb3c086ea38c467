package io.penstock.engine.config;

import io.penstock.wire.env.EngineSetting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The keys' defaults, good values with their effects, and bad values. */
final class EngineSettingRows {

    private static final String UUID = "11111111-1111-1111-1111-111111111111";

    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";

    /** Free text has no bad form but its length. */
    private static final String TOO_LONG = "x".repeat(4_001);

    /** Where a key's value is found in the configuration. */
    static final Map<EngineSetting, Function<EngineConfig, Object>> EFFECTS = effects();

    private EngineSettingRows() {}

    /**
     * A key's row: what it reads as without a value, a good value, what that reads as, a bad one.
     */
    record Row(EngineSetting key, String without, String good, String effect, String bad) {}

    private static Row row(
            EngineSetting key, String without, String good, String effect, String bad) {
        return new Row(key, without, good, effect, bad);
    }

    private static Row same(EngineSetting key, String without, String good, String bad) {
        return row(key, without, good, good, bad);
    }

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
        return all;
    }

    /** A row for each key that is read into the configuration. */
    static Stream<Row> in(Path folder) throws IOException {
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
                        "*.a.com, 10.*, [::1]",
                        "Optional[[*.a.com, 10.*, [::1]]]",
                        "a/b"),
                row(EngineSetting.CA_BUNDLE, "false", pem.toString(), "true", "/no/such/file"),
                row(EngineSetting.CONNECT_TIMEOUT, "PT11M40S", "900", "PT0.9S", "0"),
                row(EngineSetting.READ_TIMEOUT, "PT11M40S", "9s", "PT9S", "9h"),
                row(EngineSetting.WRITE_TIMEOUT, "PT11M40S", "9m", "PT9M", "-1"),
                row(EngineSetting.RESPONSE_TIMEOUT, "PT11M40S", "9ms", "PT0.009S", "soon"),
                row(EngineSetting.SOURCE_CONNECT_TIMEOUT, "PT30S", "9s", "PT9S", "x"),
                row(EngineSetting.SOURCE_RESPONSE_TIMEOUT, "PT5M", "9s", "PT9S", "x"),
                row(EngineSetting.SOURCE_READ_TIMEOUT, "PT3M", "9s", "PT9S", "x"));
    }
}
