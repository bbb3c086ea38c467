package io.penstock.vendor.crowdstrike;

import io.penstock.source.HttpPort;
import io.penstock.source.Settings;
import io.penstock.source.SourceDescriptor;
import io.penstock.source.SourceSession;
import io.penstock.source.VendorSource;

import java.time.InstantSource;

/** CrowdStrike Spotlight: the hosts and findings of one Falcon customer id. */
public final class FalconSource implements VendorSource {

    /** For {@code ServiceLoader}. */
    public FalconSource() {}

    @Override
    public SourceDescriptor descriptor() {
        return FalconDescriptor.create();
    }

    @Override
    public SourceSession open(Settings settings, HttpPort http) {
        var timing = Timing.system(InstantSource.system());
        return FalconSession.open(settings, http, timing, ReadPlan.standard());
    }
}
