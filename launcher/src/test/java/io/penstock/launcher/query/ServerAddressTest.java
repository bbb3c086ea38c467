package io.penstock.launcher.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8480",
                "http://127.1.2.3/",
                "http://localhost:8480",
                "http://[::1]:8480",
                "https://penstock.example.org",
                "HTTPS://10.0.0.1:8443"
            })
    void thisMachineOrAnEncryptedWay(String address) {
        assertThat(ServerAddress.of(address, false)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1:8480",
                "http://penstock.example.org",
                "http://localhost.example.org",
                "http://127.0.0.1.example.org"
            })
    void anotherMachineInClearTextOnlyWhenAsked(String address) {
        assertThatThrownBy(() -> ServerAddress.of(address, false))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("is not encrypted")
                .hasMessageContaining("--plain-http");
        assertThat(ServerAddress.of(address, true)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:8480",
                "ftp://a",
                "http:",
                "https:///x",
                "https://a/b",
                "https://a?b",
                "https://a#b",
                "a b",
                ""
            })
    void whatIsNoAddressOfAPlatformIsRefused(String address) {
        assertThatThrownBy(() -> ServerAddress.of(address, true))
                .isInstanceOf(FaultException.class);
    }

    @Test
    void aPasswordInAnAddressIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> ServerAddress.of("https://admin:hush@penstock.example", false))
                .hasMessageContaining("--user")
                .hasMessageNotContaining("hush");
    }
}
