package io.penstock.engine.run;

import io.penstock.wire.OpenRun;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.UUID;

/** Who this process is. */
public final class EngineIdentity {

    private static final UUID ID = UUID.randomUUID();

    private EngineIdentity() {}

    /**
     * @param full asks for everything, whatever the watermarks say
     */
    static OpenRun openRun(String trigger, boolean full) {
        return new OpenRun(ID, version(), host(), trigger, full);
    }

    /** The version of the jar, or {@code development} outside of one. */
    public static String version() {
        return Optional.ofNullable(EngineIdentity.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
