package io.penstock.engine.http;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.config.Proxy;
import io.penstock.source.HttpAnswer;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests and bounds what comes back. Never follows a redirect, never logs a header. */
public final class Transport implements AutoCloseable {

    private final HttpClient client;
    private final TransportLimits limits;

    public Transport(TransportLimits limits, Optional<Proxy> proxy) {
        this.limits = limits;
        var builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(limits.connect());
        proxy.map(p -> ProxySelector.of(InetSocketAddress.createUnresolved(p.host(), p.port())))
                .ifPresent(builder::proxy);
        this.client = builder.build();
    }

    /** A request with the time-out of this transport; the caller adds method and headers. */
    public HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(limits.response());
    }

    /**
     * @throws FaultException UNAVAILABLE when no whole answer came, MALFORMED when the body is too
     *     long, INTERNAL when the thread was interrupted because the engine stops
     */
    public HttpAnswer send(HttpRequest request) {
        var pending = client.sendAsync(request, BoundedBody.upTo(limits.bodyBytesMax()));
        try {
            return answer(pending.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw failed(request, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw unavailable(
                    request, "no whole answer within " + limits.whole().toSeconds() + " s", e);
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new FaultException(
                    Fault.of(FaultKind.INTERNAL, "ENGINE_STOPPING", "The engine is stopping."), e);
        }
    }

    private static HttpAnswer answer(HttpResponse<byte[]> response) {
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
