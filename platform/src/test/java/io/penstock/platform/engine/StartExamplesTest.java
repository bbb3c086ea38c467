package io.penstock.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Profile;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.UUID;

class StartExamplesTest {

    private static final UUID CUSTOMER = new UUID(0, 1);
    private static final UUID CONNECTION = new UUID(0, 2);
    private static final UUID PROFILE = new UUID(0, 3);

    private final StartExamples examples =
            StartExamples.of("https://p.example", CUSTOMER, connection(), profile());

    @Test
    void namesTheEnvFileAndNothingOfTheConnectionsName() {
        assertThat(examples.compose()).contains("env_file: falcon-eu.env\n");
        assertThat(examples.unit())
                .contains("--env-file /etc/penstock/falcon-eu.env \\\n")
                .contains("/var/log/penstock-engine /var/lib/penstock-engine\n");
        assertThat(examples.compose() + examples.unit() + examples.cronJob())
                .doesNotContain("Falcon", "<b>");
    }

    @Test
    void fillsTheUuidsIn() {
        assertThat(examples.cronJob())
                .contains("{name: connector.api.url, value: \"https://p.example\"}")
                .contains("{name: qualys.customerUuid, value: \"" + CUSTOMER + "\"}")
                .contains("{name: qualys.connectionUuid, value: \"" + CONNECTION + "\"}")
                .contains("{name: qualys.profileUuid, value: \"" + PROFILE + "\"}");
    }

    private static Connection connection() {
        return new Connection(
                1, 1, CONNECTION, "k", "Falcon\nEU", "<b>", "v", "p", "s", Instant.EPOCH);
    }

    private static Profile profile() {
        return new Profile(1, 1, PROFILE, 1, "Default", "", 1, true);
    }
}
