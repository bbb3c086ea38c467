package io.penstock.engine.run;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.source.HttpPort;
import io.penstock.source.Settings;
import io.penstock.source.SourceSession;
import io.penstock.source.VendorSource;
import io.penstock.wire.Plan;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;

/** The vendors on the class path. */
public final class Sources {

    private final ServiceLoader<VendorSource> loader;
    private final UnaryOperator<Map<String, String>> custody;

    private Sources(
            ServiceLoader<VendorSource> loader, UnaryOperator<Map<String, String>> custody) {
        this.loader = loader;
        this.custody = custody;
    }

    public static Sources onClassPath() {
        return new Sources(ServiceLoader.load(VendorSource.class), settings -> settings);
    }

    /**
     * The same with settings that this engine brings itself (B-30).
     *
     * @param ours gives all settings for those of the platform
     */
    public Sources under(UnaryOperator<Map<String, String>> ours) {
        return new Sources(loader, ours);
    }

    /**
     * Opens the session a plan asks for.
     *
     * @throws FaultException CONFIGURATION when no jar brings the connector, or when one of the
     *     connection's settings is missing or wrong
     */
    SourceSession open(Plan plan, HttpPort net) {
        return find(plan.connectorKey()).open(new Settings(custody.apply(plan.settings())), net);
    }

    private synchronized VendorSource find(String connectorKey) {
        for (var source : loader) {
            if (source.descriptor().key().equals(connectorKey)) {
                return source;
            }
        }
        throw new FaultException(
                FaultKind.CONFIGURATION,
                "SOURCE_MISSING",
                "The connection needs the connector '"
                        + connectorKey
                        + "', which this engine does"
                        + " not have.",
                "Use an engine image of the platform's version, or put the vendor's jar on the"
                        + " class path.");
    }
}
