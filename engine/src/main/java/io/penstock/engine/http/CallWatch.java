package io.penstock.engine.http;

import io.penstock.engine.config.Timeouts;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Follows one call through its steps and holds each to its own limit. The JDK's client knows a
 * limit for the connection and one for all the rest only. A call without a body cannot be seen to
 * be connected: its wait for an answer counts from the start.
 */
final class CallWatch {

    /** A step of a call. */
    private enum Step {
        CONNECT("no connection"),
        WRITE("the request was not taken"),
        RESPONSE("no answer"),
        READ("no whole answer");

        private final String failed;

        Step(String failed) {
            this.failed = failed;
        }

        Duration limit(Timeouts times) {
            return switch (this) {
                case CONNECT -> times.connect();
                case WRITE -> times.write();
                case RESPONSE -> times.response();
                case READ -> times.read();
            };
        }
    }

    /**
     * @param over done when the next step has begun: its limit may be the shorter one
     */
    private record Moment(Step step, long nanos, CompletableFuture<Void> over) {

        static Moment of(Step step) {
            return new Moment(step, System.nanoTime(), new CompletableFuture<>());
        }
    }

    private final Timeouts times;
    private volatile Moment now;

    CallWatch(Timeouts times, boolean hasBody) {
        this.times = times;
        this.now = Moment.of(hasBody ? Step.CONNECT : Step.RESPONSE);
    }

    private void begins(Step step) {
        var before = now;
        now = Moment.of(step);
        before.over().complete(null);
    }

    /** The same body, but its first and its last byte are noticed. */
    BodyPublisher writing(BodyPublisher body) {
        return new BodyPublisher() {
            @Override
            public long contentLength() {
                return body.contentLength();
            }

            @Override
            public void subscribe(Flow.Subscriber<? super ByteBuffer> reader) {
                begins(Step.WRITE);
                body.subscribe(new Written(reader));
            }
        };
    }

    /** The same handler, but the begin of the answer is noticed. */
    <T> BodyHandler<T> reading(BodyHandler<T> handler) {
        return answer -> {
            begins(Step.READ);
            return handler.apply(answer);
        };
    }

    /**
     * Waits for the whole answer.
     *
     * @throws StepTooLongException when a step took longer than its limit
     */
    <T> HttpResponse<T> await(CompletableFuture<HttpResponse<T>> pending)
            throws InterruptedException, ExecutionException, StepTooLongException {
        while (true) {
            var seen = now;
            var limit = seen.step().limit(times);
            var left = limit.toNanos() - (System.nanoTime() - seen.nanos());
            try {
                CompletableFuture.anyOf(pending, seen.over())
                        .get(Math.max(0, left), TimeUnit.NANOSECONDS);
                if (pending.isDone()) {
                    return pending.get();
                }
            } catch (TimeoutException e) {
                if (now.equals(seen)) {
                    throw new StepTooLongException(
                            seen.step().failed + " within " + limit.toMillis() + " ms", e);
                }
            }
        }
    }

    /** Passes everything on; the end of the body begins the wait for the answer. */
    private final class Written implements Flow.Subscriber<ByteBuffer> {

        private final Flow.Subscriber<? super ByteBuffer> reader;

        Written(Flow.Subscriber<? super ByteBuffer> reader) {
            this.reader = reader;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            reader.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            reader.onNext(bytes);
        }

        @Override
        public void onError(Throwable error) {
            reader.onError(error);
        }

        @Override
        public void onComplete() {
            begins(Step.RESPONSE);
            reader.onComplete();
        }
    }
}
