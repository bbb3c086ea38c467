package io.penstock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.engine.config.EngineConfig;
import io.penstock.engine.deliver.PlatformClient;
import io.penstock.engine.enrol.EngineKeys;
import io.penstock.engine.http.Route;
import io.penstock.engine.http.Transport;
import io.penstock.engine.http.TransportLimits;
import io.penstock.wire.Orders;

import org.junit.jupiter.api.Test;

import java.util.UUID;

/** What a waiting engine hears from the platform. */
class OrdersTest {

    @Test
    void hearsOfATestOnce() {
        var order = UUID.fromString("44444444-4444-4444-4444-444444444444");
        try (var platform = new FakePlatform();
                var net = new Transport(TransportLimits.vendor(), Route.direct())) {
            platform.order.set(order);
            var keys = new EngineKeys(EngineConfig.read(platform.environment()), _ -> {});
            var client = new PlatformClient(keys, net);
            assertThat(client.orders()).isEqualTo(new Orders(order, null, null));
            assertThat(client.orders()).isEqualTo(Orders.NONE);
        }
    }
}
