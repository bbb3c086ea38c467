package io.penstock.platform.engine;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Profile;
import io.penstock.wire.env.EngineSetting;
import io.penstock.wire.env.EnvTemplate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The engine's env file for one profile, ready but for the login (S-117, S-127, B-32). */
public final class EnvFile {

    private static final int NAME_MAX = 40;

    private EnvFile() {}

    /**
     * @param address of this platform as the browser sees it
     */
    public static String text(
            String address, UUID customer, Connection connection, Profile profile) {
        return EnvTemplate.text(
                List.of(
                        "Engine of the connection \"%s\", profile \"%s\"."
                                .formatted(oneLine(connection.name()), oneLine(profile.name())),
                        "Enter the user and the password of an account with the role ENGINE, or an"
                                + " enrolment token."),
                Map.of(
                        EngineSetting.API_URL, address,
                        EngineSetting.CUSTOMER, customer.toString(),
                        EngineSetting.CONNECTION, connection.uuid().toString(),
                        EngineSetting.PROFILE, profile.uuid().toString()));
    }

    /** A name made of letters and digits, for the download. */
    public static String fileName(Connection connection) {
        var name =
                connection
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("(^-+)|(-+$)", "");
        var cut = name.substring(0, Math.min(NAME_MAX, name.length()));
        return (cut.isEmpty() ? "connection" : cut) + ".env";
    }

    /** What starts an engine with the file (S-140, S-163). */
    public static List<String> commands(Connection connection) {
        var file = "--env-file " + fileName(connection);
        return List.of(
                "gunzip " + EngineImageFile.NAME,
                "docker load -i onprem-execution-engine.tar",
                "docker images",
                start(connection),
                "docker run -d "
                        + file
                        + " -v <host dir>/:/var/log/app/onprem-execution-service <IMAGE ID>");
    }

    /** The one line that makes a single run, once the image is loaded. */
    public static String start(Connection connection) {
        return "docker run --env-file " + fileName(connection) + " <IMAGE ID>";
    }

    /** A name cannot start a line of its own or turn the text around. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029\"]", " ");
    }
}
