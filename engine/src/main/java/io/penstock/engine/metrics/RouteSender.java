package io.penstock.engine.metrics;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.penstock.core.fault.FaultException;
import io.penstock.engine.config.Timeouts;
import io.penstock.engine.http.Route;
import io.penstock.engine.http.Transport;
import io.penstock.engine.http.TransportLimits;
import io.penstock.source.HttpAnswer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Gives the SDK's exporter the engine's own way out, so that proxy, exceptions, login and
 * authorities are those of all other calls. Tells once that the collector is away, and once that it
 * is back.
 */
final class RouteSender implements ComponentLoader, HttpSenderProvider {

    private static final Logger LOG = LoggerFactory.getLogger(RouteSender.class);
    private static final Duration STEP_MAX = Duration.ofSeconds(5);
    private static final int ANSWER_BYTES_MAX = 64 * 1024;

    private final Route route;
    private final ExecutorService sending =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("metrics-send").factory());

    RouteSender(Route route) {
        this.route = route;
    }

    /** Nothing but this: what else may lie on the class path is not looked for. */
    @Override
    public <T> Iterable<T> load(Class<T> type) {
        return type.isInstance(this) ? List.of(type.cast(this)) : List.of();
    }

    @Override
    public HttpSender createSender(HttpSenderConfig config) {
        var times = new Timeouts(STEP_MAX, STEP_MAX, STEP_MAX, STEP_MAX);
        var limits = new TransportLimits(times, ANSWER_BYTES_MAX);
        return new Sender(config, new Transport(limits, route));
    }

    /** Returns when all that was to be sent has been sent, or could not be. */
    void awaitSent() {
        CompletableFuture.runAsync(() -> {}, sending).join();
    }

    private final class Sender implements HttpSender {

        private final HttpSenderConfig config;
        private final Transport transport;
        private final AtomicBoolean away = new AtomicBoolean();

        Sender(HttpSenderConfig config, Transport transport) {
            this.config = config;
            this.transport = transport;
        }

        @Override
        public void send(
                MessageWriter message,
                Consumer<HttpResponse> onResponse,
                Consumer<Throwable> onError) {
            try {
                var request = request(message);
                sending.execute(() -> send(request, onResponse, onError));
            } catch (IOException | IllegalArgumentException | RejectedExecutionException e) {
                onError.accept(e);
            }
        }

        /** Written at once: the SDK uses the message's memory again. */
        private HttpRequest request(MessageWriter message) throws IOException {
            var body = new ByteArrayOutputStream();
            message.writeMessage(body);
            var request = transport.request(config.getEndpoint());
            config.getHeadersSupplier()
                    .get()
                    .forEach((name, texts) -> texts.forEach(text -> request.header(name, text)));
            return request.setHeader("Content-Type", config.getContentType())
                    .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                    .build();
        }

        private void send(
                HttpRequest request,
                Consumer<HttpResponse> onResponse,
                Consumer<Throwable> onError) {
            try {
                var answer = transport.send(request);
                told(answer.status() / 100 == 2 ? "" : "It answers " + answer.status() + ".");
                onResponse.accept(new Answer(answer));
            } catch (FaultException e) {
                told(e.fault().sentence());
                onError.accept(e);
            } catch (RuntimeException e) {
                onError.accept(e);
            }
        }

        private void told(String trouble) {
            var host = config.getEndpoint().getAuthority();
            if (trouble.isEmpty()) {
                if (away.getAndSet(false)) {
                    LOG.info("Metrics arrive at {} again.", host);
                }
            } else if (!away.getAndSet(true)) {
                LOG.warn(
                        "Metrics do not arrive at {}; the engine goes on, and this is not said"
                                + " again. {}",
                        host,
                        trouble);
            }
        }

        @Override
        public CompletableResultCode shutdown() {
            var result = new CompletableResultCode();
            sending.execute(() -> {
                transport.close();
                result.succeed();
            });
            sending.shutdown();
            return result;
        }
    }

    private record Answer(HttpAnswer answer) implements HttpResponse {

        @Override
        public int getStatusCode() {
            return answer.status();
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public byte[] getResponseBody() {
            return answer.body();
        }
    }
}
