package io.penstock.platform.console;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Profile;

import java.util.Locale;
import java.util.UUID;

/** The engine's env file for one profile, ready but for the password (S-117, S-127, B-32). */
final class EnvFile {

    private EnvFile() {}

    /**
     * @param address of this platform as the browser sees it
     */
    static String text(String address, UUID customer, Connection connection, Profile profile) {
        return """
        # Engine of the connection "%s", profile "%s".
        # Enter the user and the password of an account with the role ENGINE.
        # Write values without quotes and without blanks around them.

        # Address of the platform
        connector.api.url=%s

        # What to run
        qualys.customerUuid=%s
        qualys.connectionUuid=%s
        qualys.profileUuid=%s

        # Who the engine signs in as
        qualys.user.username=
        qualys.user.password=

        # Worker threads, 1 to 200
        service.child-thread-pool=8

        # When to run: second minute hour day month weekday, for example 0 15 03 * * *
        # Left out: run once and end.
        #service.cron-expression=0 15 03 * * *
        # Stay up after a run without a schedule:
        #service.exitWhenDone=false

        # Proxy for all calls out
        service.http.proxy.enabled=false
        #service.http.proxy.host=
        #service.http.proxy.scheme=http
        #service.http.proxy.port=8080

        # Patience with the platform, in milliseconds
        web-client.config.connection-timeout=700000
        web-client.config.read-timeout=700000
        web-client.config.write-timeout=700000
        web-client.config.response-timeout=700000

        # Memory of the engine, for example 256M
        #HEAPSIZEMAX=
        #HEAPSIZEMIN=

        # debug writes much; not for every day
        #LOGLEVEL=debug
        """
                .formatted(
                        oneLine(connection.name()),
                        oneLine(profile.name()),
                        address,
                        customer,
                        connection.uuid(),
                        profile.uuid());
    }

    /** A name made of letters and digits, for the download. */
    static String fileName(Connection connection) {
        var name =
                connection
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("(^-+)|(-+$)", "");
        var cut = name.substring(0, Math.min(40, name.length()));
        return (cut.isEmpty() ? "connection" : cut) + ".env";
    }

    /** A name cannot start a line of its own or turn the text around. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029\"]", " ");
    }
}
