package io.penstock.engine.run;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.source.HttpPort;
import io.penstock.source.Settings;
import io.penstock.source.SourceSession;
import io.penstock.source.VendorSource;
import io.penstock.wire.Plan;

import java.util.ServiceLoader;

/** The vendors on the class path. */
public final class Sources {

    private final ServiceLoader<VendorSource> loader;

    private Sources(ServiceLoader<VendorSource> loader) {
        this.loader = loader;
    }

    public static Sources onClassPath() {
        return new Sources(ServiceLoader.load(VendorSource.class));
    }

    /**
     * Opens the session a plan asks for.
     *
     * @throws FaultException CONFIGURATION when no jar brings the connector, or when one of the
     *     connection's settings is missing or wrong
     */
    SourceSession open(Plan plan, HttpPort net) {
        return find(plan.connectorKey()).open(new Settings(plan.settings()), net);
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
