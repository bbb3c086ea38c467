package io.penstock.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.UUID;

class EnvFileTest {

    @Test
    void theCommandsNameTheFileAsItIsDownloaded() {
        var connection =
                new Connection(
                        1,
                        2,
                        new UUID(0, 3),
                        "crowdstrike-onprem",
                        "Trunk",
                        "",
                        "CrowdStrike",
                        "Falcon",
                        "CrowdStrike",
                        Instant.EPOCH);

        assertThat(EnvFile.commands(connection))
                .contains("docker run --env-file trunk.env <IMAGE ID>")
                .contains(
                        "docker run -d --env-file trunk.env -v"
                                + " <host dir>/:/var/log/app/onprem-execution-service <IMAGE ID>");
    }
}
