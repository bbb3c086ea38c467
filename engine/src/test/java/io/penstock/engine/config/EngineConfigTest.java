package io.penstock.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;

class EngineConfigTest {

    private static EngineConfig readWith(String key, String value) {
        var values = RequiredSettings.environment();
        values.put(key, value);
        return EngineConfig.read(values);
    }

    @Test
    void hasDefaultsForEverythingThatIsNotRequired() {
        var config = EngineConfig.read(RequiredSettings.environment());
        assertThat(config.work().threads()).isEqualTo(8);
        assertThat(config.work().schedule()).isEmpty();
        assertThat(config.net().proxy()).isEmpty();
        assertThat(config.net().platform().response()).isEqualTo(Duration.ofSeconds(700));
        assertThat(EngineConfig.log(Map.of()).level()).isEqualTo(LogLevel.INFO);
    }

    @Test
    void mapsEveryKey() {
        var values = RequiredSettings.environment();
        values.put("service.child-thread-pool", "50");
        values.put("service.cron-expression", "0 15 03 * * *");
        values.put("service.http.proxy.enabled", "TRUE");
        values.put("service.http.proxy.host", "proxy.example.com");
        values.put("service.http.proxy.scheme", "http");
        values.put("service.http.proxy.port", "3128");
        values.put("web-client.config.connection-timeout", "1000");
        values.put("web-client.config.read-timeout", "2s");
        values.put("web-client.config.write-timeout", "3000ms");
        values.put("web-client.config.response-timeout", "4m");
        var config = EngineConfig.read(values);
        assertThat(config.api()).hasToString("https://platform.example.com");
        assertThat(config.target())
                .isEqualTo(
                        new Target(
                                UUID.fromString(RequiredSettings.CUSTOMER),
                                UUID.fromString(RequiredSettings.CONNECTION),
                                UUID.fromString(RequiredSettings.PROFILE)));
        assertThat(config.login().username()).isEqualTo("engine");
        assertThat(config.login().password().reveal()).isEqualTo("p4ssword");
        assertThat(config.work().threads()).isEqualTo(50);
        assertThat(config.work().schedule()).map(Schedule::text).contains("0 15 03 * * *");
        assertThat(config.net().proxy()).contains(Proxy.plain("proxy.example.com", 3128));
        assertThat(config.net().platform())
                .isEqualTo(
                        new Timeouts(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(3),
                                Duration.ofMinutes(4),
                                Duration.ofSeconds(2)));
        assertThat(EngineConfig.log(Map.of("LOGLEVEL", " debug ")).level())
                .isEqualTo(LogLevel.DEBUG);
    }

    @Test
    void trimsValuesAndDropsOnePairOfQuotes() {
        assertThat(readWith("qualys.user.username", "  \"engine \" ").login().username())
                .isEqualTo("engine");
        assertThat(readWith("qualys.user.password", "'a\"b'").login().password().reveal())
                .isEqualTo("a\"b");
        assertThat(readWith("service.child-thread-pool", " ").work().threads()).isEqualTo(8);
        assertThat(readWith("service.cron-expression", "''").work().schedule()).isEmpty();
        assertThat(readWith("connector.api.url", "http://localhost:8080/").api())
                .hasToString("http://localhost:8080");
    }

    @Test
    void ignoresTheOtherProxyKeysWhenTheProxyIsOff() {
        assertThat(readWith("service.http.proxy.port", "nonsense").net().proxy()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    connector.api.url                    | ''                   | is missing or blank
                    connector.api.url                    | http://platform.example.com | 'is ''http://platform.example.com'', which is not https'
                    connector.api.url                    | platform             | is no address of the form
                    connector.api.url                    | https://u:pw@host    | is no address of the form
                    qualys.customerUuid                  | 42                   | 'is ''42'', which is no UUID'
                    qualys.connectionUuid                | ''                   | is missing or blank
                    qualys.profileUuid                   | 1-1-1-1-1            | 'is ''1-1-1-1-1'', which is no UUID'
                    qualys.user.username                 | ' '                  | is missing or blank
                    qualys.user.password                 | ''''''               | is missing or blank
                    service.child-thread-pool            | 0                    | 'is ''0'', which is no whole number from 1 to 200'
                    service.child-thread-pool            | 201                  | 'is ''201'', which is no whole number from 1 to 200'
                    service.child-thread-pool            | many                 | 'is ''many'', which is no whole number from 1 to 200'
                    service.cron-expression              | 0 15 25 * * *        | 'whose field 3 (hour) ''25'' is not valid'
                    service.cron-expression              | 15 3 * * *           | which has 5 fields instead of 6
                    service.http.proxy.enabled           | yes                  | 'is ''yes'', which is neither true nor false'
                    service.http.proxy.enabled           | true                 | 'is ''true'', but service.http.proxy.host is blank'
                    web-client.config.read-timeout       | -1                   | 'is ''-1'', which is no time'
                    web-client.config.connection-timeout | 0                    | 'is ''0'', which is no time from 1 to 86400000 ms'
                    """)
    void refusesABadValueInOneSentence(String key, String value, String expected) {
        assertThatThrownBy(() -> readWith(key, value))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.fault().kind()).isEqualTo(FaultKind.CONFIGURATION))
                .hasMessageStartingWith("The setting " + key + " ")
                .hasMessageContaining(expected)
                .hasMessageNotContaining("pw@")
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @CsvSource({
        "service.http.proxy.port, 70000, no whole number from 1 to 65535",
        "service.http.proxy.scheme, socks, which is neither http nor https",
        "service.http.proxy.host, http://proxy, which is no host name or address"
    })
    void refusesABadProxyValueWhenTheProxyIsOn(String key, String value, String expected) {
        var values = RequiredSettings.environment();
        values.put("service.http.proxy.enabled", "true");
        values.put("service.http.proxy.host", "proxy");
        values.put(key, value);
        assertThatThrownBy(() -> EngineConfig.read(values)).hasMessageContaining(expected);
    }

    @Test
    void refusesAnUnknownLogLevel() {
        assertThatThrownBy(() -> EngineConfig.log(Map.of("LOGLEVEL", "loud")))
                .hasMessageContaining(
                        "is 'loud', which is none of error, warn, info, debug, trace");
    }

    @Test
    void showsTheNextMomentsOfASchedule() {
        var schedule = Schedule.parse("0 15 03 * * 0", ZoneOffset.UTC);
        var sunday = ZonedDateTime.of(2026, 11, 29, 3, 15, 0, 0, ZoneOffset.UTC);
        assertThat(schedule.next(sunday.minusDays(6).toInstant(), 2))
                .containsExactly(sunday, sunday.plusDays(7));
        assertThat(Schedule.parse("0 0 0 31 2 *", ZoneOffset.UTC).next(sunday.toInstant(), 5))
                .isEmpty();
    }

    @Test
    void neverPrintsThePassword() {
        assertThat(EngineConfig.read(RequiredSettings.environment()).toString())
                .doesNotContain("p4ssword");
    }
}
