package io.penstock.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.SplittableRandom;

class SimulatedTenantTest {

    private final ApiClient client = ApiClient.random(new SplittableRandom(4));

    @Test
    void theSecretNeverStandsOnTheCommandLine() {
        var tenant = new SimulatedTenant(7, 2, 30, client, Map.of("scopes", "assets"));

        assertThat(tenant.arguments())
                .containsSequence("--hosts", "7")
                .containsSequence("--seed", "2")
                .containsSequence("--findings-per-host", "30")
                .containsSequence("--client-id", client.id())
                .containsSequence("--option", "scopes=assets")
                .noneMatch(argument -> argument.contains(client.secret()));
        assertThat(tenant.toString()).doesNotContain(client.secret());
    }

    @Test
    void anOptionIsAddedOrReplaced() {
        var tenant = new SimulatedTenant(7, 2, 30, client, Map.of("scopes", "assets"));

        assertThat(tenant.with("scopes", "").with("page-delay", "5").options())
                .isEqualTo(Map.of("scopes", "", "page-delay", "5"));
    }

    @Test
    void aClientHasTheVendorsForm() {
        assertThat(client.id()).matches("[0-9a-f]{32}");
        assertThat(client.secret()).matches("\\w{40}");
    }
}
