package io.penstock.launcher.client;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import javax.net.ssl.SSLException;

/** A platform at an address; {@link #signIn} leads to what needs a user. */
public final class PlatformClient implements AutoCloseable {

    /** The code of the fault when nobody answers at the address. */
    public static final String UNREACHABLE = "PLATFORM_UNREACHABLE";

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(1);
    private static final int CREATED = 201;

    /** An answer is kept whole: a page of 500 rows has less than a megabyte. */
    private static final long ANSWER_BYTES_MAX = 16L << 20;

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();

    /**
     * @param address such as {@code http://127.0.0.1:8480}
     */
    public PlatformClient(URI address) {
        this.address = address;
    }

    public URI address() {
        return address;
    }

    /** True when the platform says that it is up. */
    public boolean healthy() {
        var request = HttpRequest.newBuilder(address.resolve("/actuator/health"));
        try {
            return http.send(request.timeout(CONNECT_LIMIT).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            // Nobody listens yet: that is an answer too.
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * @throws FaultException AUTHENTICATION when the platform does not know the pair
     */
    public PlatformSession signIn(Credentials credentials) {
        return new PlatformSession(this, null, () -> token(credentials));
    }

    /** What the owner of a token may ask, until the token ends. */
    public PlatformSession withToken(String token) {
        return new PlatformSession(
                this,
                token,
                () -> {
                    throw new FaultException(
                            FaultKind.AUTHENTICATION,
                            "TOKEN_REFUSED",
                            "The platform at " + address + " does not accept the token.",
                            "Get a new one with POST /auth; a token lives for some hours.");
                });
    }

    String token(Credentials credentials) {
        var form =
                "username="
                        + encoded(credentials.username())
                        + "&password="
                        + encoded(credentials.password())
                        + "&token=true";
        var answer =
                send(
                        HttpRequest.newBuilder(address.resolve("/auth"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != CREATED) {
            throw new FaultException(
                    FaultKind.AUTHENTICATION,
                    "SIGN_IN_REFUSED",
                    "The platform at "
                            + address
                            + " refused the sign-in of '"
                            + credentials.username()
                            + "' with status "
                            + answer.statusCode()
                            + ".",
                    "");
        }
        return new String(answer.body(), StandardCharsets.UTF_8).strip();
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.timeout(ANSWER_LIMIT).build(),
                    BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        } catch (SSLException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.UNAVAILABLE,
                            "PLATFORM_CERTIFICATE",
                            "The platform at "
                                    + address
                                    + " does not speak TLS with a certificate this machine trusts.",
                            "Name a trust store that holds its authority in JDK_JAVA_OPTIONS:"
                                    + " -Djavax.net.ssl.trustStore=FILE"),
                    e);
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.UNAVAILABLE,
                            UNREACHABLE,
                            "The platform at " + address + " does not answer."),
                    e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    private static FaultException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new FaultException(
                Fault.of(FaultKind.UNAVAILABLE, "INTERRUPTED", "The wait was interrupted."), cause);
    }
}
