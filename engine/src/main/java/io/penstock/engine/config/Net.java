package io.penstock.engine.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The ways out.
 *
 * @param proxy empty: calls go out directly
 * @param caBundle authorities to trust besides the public ones
 * @param platform time limits of calls to the platform, and only there (S-148)
 * @param vendor time limits of calls to the vendor
 */
public record Net(
        Optional<Proxy> proxy, Optional<Path> caBundle, Timeouts platform, Timeouts vendor) {}
