package io.penstock.vendor.tidewater;

import io.penstock.source.HttpPort;
import io.penstock.source.Settings;
import io.penstock.source.SourceDescriptor;
import io.penstock.source.SourceSession;
import io.penstock.source.VendorSource;

import java.time.InstantSource;

/** The service an engine finds: what Tidewater is, and how to talk to it. */
public final class TidewaterSource implements VendorSource {

    /** For {@code ServiceLoader}. */
    public TidewaterSource() {}

    @Override
    public SourceDescriptor descriptor() {
        return TidewaterDescriptor.create();
    }

    @Override
    public SourceSession open(Settings settings, HttpPort http) {
        return new TidewaterSession(TidewaterClient.of(settings, http), InstantSource.system());
    }
}
