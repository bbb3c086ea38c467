package io.penstock.engine.run;

import io.penstock.engine.config.Schedule;
import io.penstock.source.Secret;
import io.penstock.wire.EnginePresence;
import io.penstock.wire.EnrolRequest;
import io.penstock.wire.OpenRun;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
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

    /** Of this process; another start has another one. */
    public static UUID id() {
        return ID;
    }

    static EnrolRequest enrolment(Secret token, Secret key) {
        return new EnrolRequest(token.reveal(), key.reveal(), version(), host());
    }

    /** What this engine says of itself while it waits. */
    static EnginePresence presence(Optional<Schedule> schedule, Instant now, LastRun last) {
        return new EnginePresence(
                version(),
                host(),
                schedule.map(Schedule::text).orElse(""),
                schedule.map(s -> s.zone().getId()).orElse(""),
                schedule.map(s -> s.next(now, EnginePresence.MOMENTS_MAX)).stream()
                        .flatMap(List::stream)
                        .map(ZonedDateTime::toInstant)
                        .toList(),
                last.result(),
                last.fault());
    }

    /** The version of the jar, or {@code development} outside of one. */
    public static String version() {
        return Optional.ofNullable(EngineIdentity.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** The machine's name for itself, or {@code unknown}. */
    public static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
