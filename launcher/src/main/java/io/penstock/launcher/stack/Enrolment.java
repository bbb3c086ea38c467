package io.penstock.launcher.stack;

import io.penstock.launcher.client.ConnectionDraft;
import io.penstock.launcher.client.ConnectionIds;
import io.penstock.launcher.client.Credentials;
import io.penstock.launcher.client.PlatformClient;

import java.net.URI;
import java.util.Map;

/**
 * What a platform needs before its first run: a user for the launcher, one for the engine, and a
 * connection to the vendor.
 *
 * @param operator an administrator of the launcher's own, so that the first user's password can be
 *     changed at will
 * @param engine the engine's user
 */
public record Enrolment(Credentials operator, Credentials engine, ConnectionIds connection) {

    private static final String CONNECTOR = "crowdstrike-onprem";

    /** Signs in with the one-time password and makes all three. */
    public static Enrolment make(
            PlatformClient platform, Credentials first, URI vendor, ApiClient client) {
        var session = platform.signIn(first);
        return new Enrolment(
                session.createUser("demo-launcher", "ADMIN"),
                session.createUser("demo-engine", "ENGINE"),
                session.createConnection(draft(vendor, client)));
    }

    /** Points the connection at another address of the vendor. */
    public void move(PlatformClient platform, URI vendor, ApiClient client) {
        platform.signIn(operator).updateConnection(connection.uuid(), draft(vendor, client));
    }

    public EngineSettings engineSettings(URI platform) {
        return EngineSettings.of(platform, connection, engine);
    }

    /** The connection as it is sent to the platform. */
    public static ConnectionDraft draft(URI vendor, ApiClient client) {
        return new ConnectionDraft(
                "Simulated Falcon",
                "A simulated CrowdStrike tenant",
                CONNECTOR,
                Map.of(
                        "url", vendor.toString(),
                        "client-id", client.id(),
                        "client-secret", client.secret()));
    }
}
