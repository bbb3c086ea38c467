package io.penstock.engine.http;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.source.HttpAnswer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.concurrent.ExecutionException;

/** Sends requests and bounds what comes back. Never follows a redirect, never logs a header. */
public final class Transport implements AutoCloseable {

    private static final int PROXY_LOGIN = 407;

    private final Route route;
    private final HttpClient client;
    private final TransportLimits limits;

    /**
     * @param route stays the caller's to close
     */
    public Transport(TransportLimits limits, Route route) {
        this.limits = limits;
        this.route = route;
        this.client =
                route.prepare(
                                HttpClient.newBuilder()
                                        .version(HttpClient.Version.HTTP_1_1)
                                        .followRedirects(HttpClient.Redirect.NEVER)
                                        .connectTimeout(limits.times().connect()))
                        .build();
    }

    /**
     * A request; the caller adds method and headers. The proxy's login is for the proxy alone: the
     * JDK keeps it out of what goes through a tunnel or past the proxy.
     */
    public HttpRequest.Builder request(URI uri) {
        var request = HttpRequest.newBuilder(uri);
        route.proxyLogin(uri).ifPresent(login -> request.header("Proxy-Authorization", login));
        return request;
    }

    /**
     * @throws FaultException UNAVAILABLE when no whole answer came, MALFORMED when the body is too
     *     long, CONFIGURATION when the proxy wants another login, INTERNAL when the thread was
     *     interrupted because the engine stops
     */
    public HttpAnswer send(HttpRequest request) {
        var body = request.bodyPublisher().filter(publisher -> publisher.contentLength() != 0);
        var watch = new CallWatch(limits.times(), body.isPresent());
        var pending =
                client.sendAsync(
                        body.map(b -> watched(request, watch.writing(b))).orElse(request),
                        watch.reading(BoundedBody.upTo(limits.bodyBytesMax())));
        try {
            return answer(request, watch.await(pending));
        } catch (ExecutionException e) {
            throw failed(request, e.getCause() == null ? e : e.getCause());
        } catch (StepTooLongException e) {
            pending.cancel(true);
            throw unavailable(request, String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new FaultException(
                    Fault.of(FaultKind.INTERNAL, "ENGINE_STOPPING", "The engine is stopping."), e);
        }
    }

    private static HttpRequest watched(HttpRequest request, BodyPublisher body) {
        return HttpRequest.newBuilder(request, (_, _) -> true)
                .method(request.method(), body)
                .build();
    }

    private static HttpAnswer answer(HttpRequest request, HttpResponse<byte[]> response) {
        if (response.statusCode() == PROXY_LOGIN) {
            throw proxyRefused(request);
        }
        var headers = new HashMap<String, String>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new HttpAnswer(response.statusCode(), headers, response.body());
    }

    private FaultException failed(HttpRequest request, Throwable cause) {
        if (cause instanceof BodyTooLongException) {
            return new FaultException(
                    Fault.of(
                            FaultKind.MALFORMED,
                            "ANSWER_TOO_LONG",
                            "The answer of "
                                    + host(request)
                                    + " is longer than "
                                    + limits.bodyBytesMax()
                                    + " bytes."),
                    cause);
        }
        return unavailable(request, TransportCause.describe(cause, limits), cause);
    }

    private static FaultException proxyRefused(HttpRequest request) {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "PROXY_LOGIN_REFUSED",
                "The proxy on the way to " + host(request) + " refused the login (407).",
                "Check service.http.proxy.username and service.http.proxy.password.");
    }

    private static FaultException unavailable(HttpRequest request, String why, Throwable cause) {
        return new FaultException(
                Fault.of(
                        FaultKind.UNAVAILABLE,
                        "HOST_UNREACHABLE",
                        "No answer from " + host(request) + ": " + why + ".",
                        "Check the address, the network and the proxy settings."),
                cause);
    }

    private static String host(HttpRequest request) {
        return request.uri().getScheme() + "://" + request.uri().getAuthority();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
