package io.penstock.engine.run;

import io.penstock.engine.config.EngineConfig;
import io.penstock.engine.deliver.PlatformClient;
import io.penstock.engine.http.JdkHttpPort;
import io.penstock.engine.http.Transport;
import io.penstock.engine.http.TransportLimits;
import io.penstock.source.HttpPort;

import java.time.Duration;

/** The ways out of one run or one wait: to the platform and to the vendor. */
final class Networks implements AutoCloseable {

    /** A look for orders must not keep a run from starting. */
    private static final Duration LOOK_MAX = Duration.ofSeconds(10);

    private final Transport platformNet;
    private final Transport vendorNet;
    private final PlatformClient platform;
    private final HttpPort vendor;

    private Networks(EngineConfig config, TransportLimits toPlatform) {
        platformNet = new Transport(toPlatform, config.proxy());
        vendorNet = new Transport(TransportLimits.vendor(), config.proxy());
        platform = new PlatformClient(config, platformNet);
        vendor = new JdkHttpPort(vendorNet);
    }

    static Networks forRun(EngineConfig config) {
        var times = config.timeouts();
        return new Networks(
                config,
                new TransportLimits(
                        times.connect(),
                        times.response(),
                        times.whole(),
                        TransportLimits.BODY_BYTES_MAX));
    }

    static Networks forWait(EngineConfig config) {
        return new Networks(
                config,
                new TransportLimits(LOOK_MAX, LOOK_MAX, LOOK_MAX, TransportLimits.BODY_BYTES_MAX));
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
    }
}
