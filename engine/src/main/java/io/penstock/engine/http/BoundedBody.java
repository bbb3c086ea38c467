package io.penstock.engine.http;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Collects a body into one array of its own size, and stops reading at a limit. */
final class BoundedBody implements BodySubscriber<byte[]> {

    private static final int FIRST_SIZE = 16 * 1024;

    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private final int bytesMax;
    private byte[] bytes;
    private int length;
    private Flow.Subscription subscription = new Unsubscribed();

    private BoundedBody(long announced, int bytesMax) {
        this.bytesMax = bytesMax;
        var known = announced >= 0 && announced <= bytesMax;
        this.bytes = new byte[known ? (int) announced : FIRST_SIZE];
    }

    static BodyHandler<byte[]> upTo(int bytesMax) {
        return answer ->
                new BoundedBody(
                        answer.headers().firstValueAsLong("content-length").orElse(-1), bytesMax);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (var part : parts) {
            if (result.isDone()) {
                return;
            }
            add(part);
        }
    }

    private void add(ByteBuffer part) {
        var count = part.remaining();
        if (count > bytesMax - length) {
            subscription.cancel();
            result.completeExceptionally(new BodyTooLongException(bytesMax));
            return;
        }
        if (count > bytes.length - length) {
            var doubled =
                    (int) Math.min(bytesMax, Math.max(2L * bytes.length, length + (long) count));
            bytes = Arrays.copyOf(bytes, doubled);
        }
        part.get(bytes, length, count);
        length += count;
    }

    @Override
    public void onError(Throwable error) {
        result.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        result.complete(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
    }

    private static final class Unsubscribed implements Flow.Subscription {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }
}
