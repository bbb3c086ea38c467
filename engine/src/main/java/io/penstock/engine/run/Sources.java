package io.penstock.engine.run;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.source.HttpPort;
import io.penstock.source.SettingSpec;
import io.penstock.source.Settings;
import io.penstock.source.SourceSession;
import io.penstock.source.VendorSource;
import io.penstock.wire.Plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

/** The vendors on the class path. */
public final class Sources {

    /** Brings settings that the platform does not store. */
    @FunctionalInterface
    public interface Bringing {

        /**
         * All settings of a connection.
         *
         * @param declared what its vendor asks for
         */
        Map<String, String> over(List<SettingSpec> declared, Map<String, String> fromPlatform);
    }

    private final ServiceLoader<VendorSource> loader;
    private final Bringing custody;

    private Sources(ServiceLoader<VendorSource> loader, Bringing custody) {
        this.loader = loader;
        this.custody = custody;
    }

    public static Sources onClassPath() {
        return new Sources(ServiceLoader.load(VendorSource.class), (_, settings) -> settings);
    }

    /** The same with settings that this engine brings itself (B-30). */
    public Sources under(Bringing ours) {
        return new Sources(loader, ours);
    }

    /** What the vendors at hand ask for. */
    public synchronized Set<SettingSpec> settings() {
        var all = new LinkedHashSet<SettingSpec>();
        for (var source : loader) {
            all.addAll(source.descriptor().settings());
        }
        return all;
    }

    /**
     * Opens the session a plan asks for.
     *
     * @throws FaultException CONFIGURATION when no jar brings the connector, or when one of the
     *     connection's settings is missing or wrong
     */
    SourceSession open(Plan plan, HttpPort net) {
        var source = find(plan.connectorKey());
        var settings = custody.over(source.descriptor().settings(), plan.settings());
        return source.open(new Settings(settings), net);
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
