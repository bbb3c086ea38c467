package io.penstock.engine.deliver;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.config.Login;
import io.penstock.engine.enrol.EngineKeys;
import io.penstock.engine.http.JdkHttpPort;
import io.penstock.engine.http.Transport;
import io.penstock.source.HttpAnswer;
import io.penstock.source.Secret;
import io.penstock.wire.EnginePaths;
import io.penstock.wire.WireJson;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Calls to the platform under a login that is made when needed; refusals become faults. */
final class PlatformCalls {

    private static final int UNAUTHORISED = 401;
    private static final int TOKEN_LENGTH_MAX = 16_000;
    private static final String JSON = "application/json";

    private final EngineKeys keys;
    private final Transport transport;
    private final ReentrantLock loggingIn = new ReentrantLock();
    private volatile @Nullable Secret token;

    /**
     * @param keys read anew for each login, for a key may be replaced meanwhile
     */
    PlatformCalls(EngineKeys keys, Transport transport) {
        this.keys = keys;
        this.transport = transport;
    }

    HttpRequest.Builder request(String path) {
        return transport
                .request(URI.create(keys.config().api() + path))
                .header("Accept", JSON)
                .header(EnginePaths.HEADER_CUSTOMER, keys.config().target().customer().toString());
    }

    HttpRequest.Builder message(String path, String method, Object message) {
        return body(path, method, WireJson.write(message));
    }

    HttpRequest.Builder body(String path, String method, byte[] body) {
        return request(path).header("Content-Type", JSON).method(method, streamed(body));
    }

    /** The JDK's own publisher of an array copies all of it first, and pages are large. */
    private static BodyPublisher streamed(byte[] body) {
        return body.length == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                        body.length);
    }

    /**
     * @param call what is asked, for a person
     */
    <T> T send(HttpRequest.Builder request, Class<T> type, String call) {
        return WireJson.read(accepted(request, call).body(), type);
    }

    /** For a call whose answer has no body. */
    void tell(HttpRequest.Builder request, String call) {
        accepted(request, call);
    }

    private HttpAnswer accepted(HttpRequest.Builder request, String call) {
        var known = login(null);
        var answer = send(request, known);
        if (answer.status() == UNAUTHORISED) {
            answer = send(request, login(known));
        }
        if (answer.status() / 100 != 2) {
            throw PlatformRefusals.of(answer, call, keys.config().api().toString());
        }
        return answer;
    }

    private HttpAnswer send(HttpRequest.Builder request, Secret login) {
        return transport.send(
                request.copy().setHeader("Authorization", "Bearer " + login.reveal()).build());
    }

    /** The login, made anew when there is none or when it was refused; one thread at a time. */
    private Secret login(@Nullable Secret refused) {
        loggingIn.lock();
        try {
            var known = token;
            if (known != null && !known.equals(refused)) {
                return known;
            }
            var fresh = requestLogin();
            token = fresh;
            return fresh;
        } finally {
            loggingIn.unlock();
        }
    }

    /** A key that was sent without a receipt is kept only once the platform has taken it. */
    private Secret requestLogin() {
        try {
            return requestLogin(keys.config().login());
        } catch (FaultException e) {
            if (!PlatformRefusals.isLogin(e.fault())) {
                throw e;
            }
            var next = keys.next().orElseThrow(() -> e);
            var accepted = requestLogin(next);
            keys.adopt(next);
            return accepted;
        }
    }

    private Secret requestLogin(Login login) {
        var form =
                JdkHttpPort.encoded(
                        Map.of(
                                "username", login.username(),
                                "password", login.password().reveal(),
                                "token", "true"));
        var request =
                transport
                        .request(URI.create(keys.config().api() + EnginePaths.LOGIN))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                EnginePaths.HEADER_CUSTOMER,
                                keys.config().target().customer().toString())
                        .POST(BodyPublishers.ofString(form))
                        .build();
        var answer = transport.send(request);
        if (answer.status() != 201 && answer.status() != 200) {
            throw PlatformRefusals.login(answer, keys.config().api().toString());
        }
        return usable(new String(answer.body(), StandardCharsets.US_ASCII).strip());
    }

    private Secret usable(String text) {
        var fits = !text.isEmpty() && text.length() <= TOKEN_LENGTH_MAX;
        if (!fits || !text.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new FaultException(
                    FaultKind.MALFORMED,
                    "PLATFORM_TOKEN_UNREADABLE",
                    "The platform at "
                            + keys.config().api()
                            + " answered the login without a token.",
                    "Check that connector.api.url is the address of a Penstock platform.");
        }
        return new Secret(text);
    }
}
