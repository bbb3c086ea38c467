package io.penstock.source;

/**
 * A vendor's way in. Implementations are listed in {@code
 * META-INF/services/io.penstock.source.VendorSource} of a jar in the drop-in folder.
 */
public interface VendorSource {

    /** Everything the platform needs to know; no network, no clock, the same at every call. */
    SourceDescriptor descriptor();

    /**
     * Opens a session. Does not talk to the vendor yet; the first call that needs a token gets one.
     *
     * @throws io.penstock.core.fault.FaultException CONFIGURATION when a setting is missing or has
     *     a wrong form
     */
    SourceSession open(Settings settings, HttpPort http);
}
