package io.penstock.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.launcher.client.ConnectionIds;
import io.penstock.launcher.client.Credentials;
import io.penstock.launcher.stack.ApiClient;
import io.penstock.launcher.stack.Enrolment;
import io.penstock.launcher.stack.SettingsFile;
import io.penstock.launcher.stack.SimulatedTenant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;

class DemoMemoryTest {

    private static final DemoMemory MEMORY =
            new DemoMemory(
                    new SimulatedTenant(7, 42, 0, new ApiClient("id", "s3cret"), Map.of()),
                    new Enrolment(
                            new Credentials("operator", "pass=word"),
                            new Credentials("engine", "other"),
                            new ConnectionIds(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3))));

    @TempDir private Path folder;

    @Test
    void comesBackFromItsFileAsItWas() {
        var file = new SettingsFile(folder.resolve("demo.env"));

        file.write(MEMORY.toKeys());

        assertThat(DemoMemory.of(file.read())).isEqualTo(MEMORY);
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        var file = new SettingsFile(folder.resolve("new").resolve("demo.env"));

        file.write(MEMORY.toKeys());

        assertThat(Files.getPosixFilePermissions(file.path()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void namesTheKeyThatIsMissing() {
        var keys = MEMORY.toKeys();
        keys.remove("engine.password");

        assertThatThrownBy(() -> DemoMemory.of(keys))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("engine.password")
                .hasMessageContaining("--data");
    }

    @Test
    void saysThatAValueCannotBeReadWithoutShowingIt() {
        var keys = MEMORY.toKeys();
        keys.put("simulator.hosts", "many");

        assertThatThrownBy(() -> DemoMemory.of(keys))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("demo.env is damaged");
    }

    @Test
    void keepsSecretsOutOfItsText() {
        assertThat(MEMORY.toString()).doesNotContain("s3cret", "pass=word", "other");
    }
}
