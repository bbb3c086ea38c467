package io.penstock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Secrets that the environment's table does not know: the vendor's own, and the engine's key. */
@Isolated("captures the process's output")
class VendorSecretsTest {

    private final Printed printed = new Printed();

    @AfterEach
    void noSecretEverAppeared() {
        printed.close();
        assertThat(printed.text()).doesNotContain(FakePlatform.PASSWORD, "v3ndor-secret");
    }

    @Test
    void bringsTheVendorsSettingsItselfWhenThePlatformStoresNone() {
        try (var platform = new FakePlatform()) {
            platform.settings.clear();
            var environment = platform.environment();
            environment.put("source.client-secret", "0nly-here");
            environment.put("source.records", "50");
            assertThat(EngineMain.execute(environment, EngineMainTest.QUICK)).isZero();
            assertThat(platform.text("hosts")).isEqualTo(FakePlatform.expected("hosts", 0, 50));
            assertThat(printed.text()).doesNotContain("0nly-here", "no effect");
        }
    }

    @Test
    void itsOwnSettingsOfTheVendorWinOverThePlatforms() {
        try (var platform = new FakePlatform()) {
            var environment = platform.environment();
            environment.put("source.records", "50");
            assertThat(EngineMain.execute(environment, EngineMainTest.QUICK)).isZero();
            assertThat(platform.text("hosts")).isEqualTo(FakePlatform.expected("hosts", 0, 50));
        }
    }

    @Test
    void hidesWhatTheVendorDeclaresSecretWhoeverBringsIt() {
        try (var platform = new FakePlatform()) {
            platform.settings.put("fault", "PERMISSION");
            platform.settings.put("pin", "plat-1234");
            assertThat(EngineMain.execute(platform.environment(), EngineMainTest.QUICK))
                    .isEqualTo(5);
            var environment = platform.environment();
            environment.put("source.pin", "ours-5678");
            assertThat(EngineMain.execute(environment, EngineMainTest.QUICK)).isEqualTo(5);
            assertThat(printed.text())
                    .contains("The vendor says no. PIN ***")
                    .doesNotContain("plat-1234", "ours-5678");
        }
    }

    @Test
    void hidesTheKeyItSignsInWith(@TempDir Path folder) throws IOException {
        try (var platform = new FakePlatform()) {
            var file = folder.resolve("engine.key");
            Files.writeString(file, "engine\n" + FakePlatform.PASSWORD + "\n");
            var environment = platform.environment();
            environment.remove("qualys.user.username");
            environment.remove("qualys.user.password");
            environment.put("service.key-file", file.toString());
            platform.refusing = "not with " + FakePlatform.PASSWORD;
            platform.refuse("/plan", 404, "CONNECTION_UNKNOWN");
            assertThat(EngineMain.execute(environment, EngineMainTest.QUICK)).isEqualTo(3);
            assertThat(printed.text()).contains("not with ***");
        }
    }
}
