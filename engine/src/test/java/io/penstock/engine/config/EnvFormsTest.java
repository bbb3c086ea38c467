package io.penstock.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forms in which people write an env file, right and wrong. */
class EnvFormsTest {

    private final Map<String, String> values = RequiredSettings.environment();

    @TempDir private Path folder;

    @BeforeEach
    void blanks() {
        values.put("connector.api.url", "https://platform.example.com ");
        values.put("qualys.user.username", " engine");
        values.put("qualys.user.password", " p4ssword ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 * * * * * ",
                "0 * * * * ***",
                "**0 * * * * ***",
                "** 0 * * * * * **",
                "\"0 * * * * *\"",
                "'0 * * * * *'"
            })
    void readsTheSamplesCronInEveryFormItIsPrintedIn(String printed) {
        values.put("service.cron-expression", printed);
        assertThat(EngineConfig.read(values).work().schedule())
                .map(Schedule::text)
                .contains("0 * * * * *");
    }

    @Test
    void readsAKeyThatWasCopiedInBoldPrint() {
        values.put("**service.cron-expression", "0 * * * * ***");
        assertThat(EngineConfig.read(values).work().schedule()).isPresent();
        assertThat(EngineConfig.oddities(values, Set.of())).isEmpty();
    }

    @Test
    void readsALineThatWasCopiedInBoldPrint() {
        values.put("**LOGLEVEL", "debug**");
        assertThat(EngineConfig.log(values).level()).isEqualTo(LogLevel.DEBUG);
        values.put("LOGLEVEL", "warn");
        assertThat(EngineConfig.log(values).level()).as("plain wins").isEqualTo(LogLevel.WARN);
    }

    @Test
    void saysThatATokenHasNoEffectBesideAUser() {
        values.put("service.enrolment-token_FILE", "/run/token");
        assertThat(EngineConfig.oddities(values, Set.of()))
                .singleElement()
                .asString()
                .contains("service.enrolment-token has no effect beside qualys.user.username");
        values.remove("qualys.user.username");
        assertThat(EngineConfig.oddities(values, Set.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "service.child-thread-pol, service.child-thread-pool",
        "service.cron.expression, service.cron-expression",
        "QUALYS.CUSTOMERUUID, qualys.customerUuid",
        "HEAPSIZE_MAX, HEAPSIZEMAX",
        "LOG_LEVEL, LOGLEVEL",
        "qualys_user_password, qualys.user.password",
        "web-client.config.connect-timeout, web-client.config.connection-timeout"
    })
    void namesTheNearestKeyForAnUnknownOne(String unknown, String nearest) {
        values.put(unknown, "s3cret-value");
        assertThat(EngineConfig.oddities(values, Set.of()))
                .singleElement()
                .asString()
                .contains("'" + unknown + "'", "the nearest known one is " + nearest + ".")
                .doesNotContain("s3cret-value");
    }

    @Test
    void leavesTheMachinesOwnVariablesAlone() {
        for (var name : List.of("PATH", "HOME", "HOSTNAME", "TZ", "LANG", "container", "TERM")) {
            values.put(name, "x");
        }
        assertThat(EngineConfig.oddities(values, Set.of())).isEmpty();
    }

    @Test
    void saysThatAFlagHasNoEffectBesideASchedule() {
        values.put("service.cron-expression", "0 * * * * *");
        values.put("service.exitWhenDone", "true");
        assertThat(EngineConfig.oddities(values, Set.of()))
                .singleElement()
                .asString()
                .contains("service.exitWhenDone has no effect");
    }

    @Test
    void readsASecretFromItsFile() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "fr0m-file\n");
        values.put("qualys.user.password_FILE", file.toString());
        assertThatThrownBy(() -> EngineConfig.read(values))
                .hasMessageContaining("qualys.user.password is set twice");
        values.remove("qualys.user.password");
        assertThat(EngineConfig.read(values).login().password().reveal()).isEqualTo("fr0m-file");
        assertThat(EngineConfig.secrets(values)).containsExactly("fr0m-file");
        assertThat(EngineConfig.oddities(values, Set.of())).isEmpty();
        Files.writeString(file, " \n");
        assertThatThrownBy(() -> EngineConfig.read(values)).hasMessageContaining("a file that is");
        Files.delete(file);
        assertThatThrownBy(() -> EngineConfig.read(values)).hasMessageContaining("cannot be read");
    }

    @Test
    void knowsWhetherItStaysUpEvenWhenOtherSettingsAreWrong() {
        assertThat(EngineConfig.staysUp(Map.of())).isFalse();
        assertThat(EngineConfig.staysUp(Map.of("service.exitWhenDone", " False "))).isTrue();
    }
}
