package io.penstock.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

class VaultTest {

    private static final UUID CONNECTION = UUID.fromString("11111111-2222-4333-8444-555555555555");

    @TempDir Path data;

    @Test
    void opensWhatItSealedAlsoAfterANewStart() {
        var sealed = new Vault(data).seal(CONNECTION, "client-secret", "hush");

        assertThat(new Vault(data).open(CONNECTION, "client-secret", sealed)).isEqualTo("hush");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("hush");
    }

    @Test
    void refusesBytesThatWereChangedOrMoved() {
        var vault = new Vault(data);
        var sealed = vault.seal(CONNECTION, "client-secret", "hush");
        var changed = sealed.clone();
        changed[changed.length - 1] ^= 1;

        assertUnreadable(() -> vault.open(CONNECTION, "client-secret", changed));
        assertUnreadable(() -> vault.open(CONNECTION, "client-id", sealed));
        assertUnreadable(() -> vault.open(UUID.randomUUID(), "client-secret", sealed));
    }

    @Test
    void refusesToStartWithABrokenKey() throws Exception {
        Files.writeString(data.resolve("vault.key"), "{}");

        assertThatThrownBy(() -> new Vault(data))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("vault.key");
    }

    private static void assertUnreadable(Runnable open) {
        assertThatThrownBy(open::run)
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("cannot be opened")
                .hasMessageNotContaining("hush");
    }
}
