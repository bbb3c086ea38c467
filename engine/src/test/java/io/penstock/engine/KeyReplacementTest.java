package io.penstock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.config.EngineConfig;
import io.penstock.engine.deliver.PlatformClient;
import io.penstock.engine.enrol.EngineKeys;
import io.penstock.engine.http.Route;
import io.penstock.engine.http.Transport;
import io.penstock.engine.http.TransportLimits;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A waiting engine goes on under its new key, whatever was lost while it was replaced. */
class KeyReplacementTest {

    private static final String NEXT = "n3xt-key";

    private final FakePlatform platform = new FakePlatform();
    private final Transport net = new Transport(TransportLimits.vendor(), Route.direct());

    @TempDir private Path folder;

    // Set before every test.
    @SuppressWarnings("NullAway.Init")
    private EngineKeys keys;

    @SuppressWarnings("NullAway.Init")
    private PlatformClient client;

    @BeforeEach
    void signIn() throws IOException {
        keep("engine.key", FakePlatform.PASSWORD);
        var values = platform.environment();
        values.remove("qualys.user.username");
        values.remove("qualys.user.password");
        values.put("service.key-file", folder.resolve("engine.key").toString());
        keys = new EngineKeys(EngineConfig.read(values), _ -> {});
        keys.signIn((_, _) -> "never");
        client = new PlatformClient(keys, net);
    }

    @AfterEach
    void close() {
        net.close();
        platform.close();
    }

    private void keep(String file, String key) throws IOException {
        Files.writeString(folder.resolve(file), "engine\n" + key + "\n");
    }

    private String key() {
        return keys.config().login().password().reveal();
    }

    @Test
    void goesOnWithTheKeyItHasJustBeenGiven() {
        client.orders();
        keys.replace(client::replaceKey);
        assertThat(key()).isEqualTo(platform.password);
        client.orders();
        client.plan();
        assertThat(platform.count("POST /auth")).isEqualTo(2);
    }

    @Test
    void goesOnWithTheKeyWhoseReceiptWasLost() {
        client.orders();
        assertThatThrownBy(() ->
                        keys.replace(fresh -> {
                            client.replaceKey(fresh);
                            throw new FaultException(FaultKind.UNAVAILABLE, "X", "lost", "");
                        }))
                .hasMessageContaining("lost");
        assertThat(key()).isEqualTo(FakePlatform.PASSWORD);
        client.orders();
        assertThat(key()).isEqualTo(platform.password).isNotEqualTo(FakePlatform.PASSWORD);
        assertThat(keys.next()).isEmpty();
    }

    @Test
    void keepsBothKeysWhenThePlatformAcceptsNeither() throws IOException {
        keep("engine.key.next", NEXT);
        platform.replaceKey("an0ther-key");
        assertThatThrownBy(client::orders).hasMessageContaining("refused the login (401)");
        assertThat(key()).isEqualTo(FakePlatform.PASSWORD);
        assertThat(Files.readString(folder.resolve("engine.key"))).contains(FakePlatform.PASSWORD);
        assertThat(Files.readString(folder.resolve("engine.key.next"))).contains(NEXT);
    }

    @Test
    void leavesTheNextKeyAloneWhileThePresentOneIsGood() throws IOException {
        keep("engine.key.next", NEXT);
        client.orders();
        assertThat(key()).isEqualTo(FakePlatform.PASSWORD);
        assertThat(keys.next()).isPresent();
    }
}
