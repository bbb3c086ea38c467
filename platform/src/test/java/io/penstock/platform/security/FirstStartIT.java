package io.penstock.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class FirstStartIT {

    @TempDir Path data;

    @Test
    void announcesThePasswordOnceAndANewOneOnlyWhenTold() throws Exception {
        String first;
        String token;
        try (var platform = TestPlatform.startAlone(data)) {
            first = platform.firstPassword();
            token = platform.adminToken();
            assertThat(platform.announced()).hasSize(2);
            assertThat(first).hasSize(20);
            assertThat(platform.logIn("admin", "admin").statusCode()).isEqualTo(401);
        }
        for (var key : new String[] {"vault.key", "jwt.key"}) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(data.resolve(key))))
                    .isEqualTo("rw-------");
        }
        try (var platform = TestPlatform.startAlone(data)) {
            assertThat(platform.announced()).isEmpty();
            assertThat(platform.call("GET", "/api/v1/users", token, null).statusCode())
                    .as("the signing key survives a start")
                    .isEqualTo(200);
        }
        try (var platform = TestPlatform.startAlone(data, "--penstock.reset-admin-password=true")) {
            assertThat(platform.firstPassword()).isNotEqualTo(first);
            assertThat(platform.logIn("admin", first).statusCode()).isEqualTo(401);
            assertThat(platform.logIn("admin", platform.firstPassword()).statusCode())
                    .isEqualTo(201);
            assertThat(platform.call("GET", "/api/v1/users", token, null).statusCode())
                    .as("a new password ends old tokens")
                    .isEqualTo(401);
        }
    }
}
