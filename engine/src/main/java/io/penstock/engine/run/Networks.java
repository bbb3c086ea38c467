package io.penstock.engine.run;

import io.penstock.engine.config.Timeouts;
import io.penstock.engine.deliver.PlatformClient;
import io.penstock.engine.enrol.EngineKeys;
import io.penstock.engine.http.JdkHttpPort;
import io.penstock.engine.http.Route;
import io.penstock.engine.http.Transport;
import io.penstock.engine.http.TransportLimits;
import io.penstock.source.HttpPort;

import java.time.Duration;

/** The ways out of one run or one wait: to the platform and to the vendor. */
final class Networks implements AutoCloseable {

    /** A look for orders must not keep a run from starting. */
    private static final Duration LOOK_MAX = Duration.ofSeconds(10);

    private final Route route;
    private final Transport platformNet;
    private final Transport vendorNet;
    private final PlatformClient platform;
    private final HttpPort vendor;

    private Networks(EngineKeys keys, Timeouts toPlatform) {
        var config = keys.config();
        route = Route.of(config.net());
        platformNet = new Transport(TransportLimits.of(toPlatform), route);
        vendorNet = new Transport(TransportLimits.of(config.net().vendor()), route);
        platform = new PlatformClient(keys, platformNet);
        vendor = new JdkHttpPort(vendorNet);
    }

    static Networks forRun(EngineKeys keys) {
        return new Networks(keys, keys.config().net().platform());
    }

    static Networks forWait(EngineKeys keys) {
        return new Networks(keys, new Timeouts(LOOK_MAX, LOOK_MAX, LOOK_MAX, LOOK_MAX));
    }

    PlatformClient platform() {
        return platform;
    }

    HttpPort vendor() {
        return vendor;
    }

    @Override
    public void close() {
        vendorNet.close();
        platformNet.close();
        route.close();
    }
}
