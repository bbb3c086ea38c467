package io.penstock.engine.http;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Collects a body into one array of its own size, and stops reading at a limit. A body of unknown
 * length is kept in pieces that are put together at its end, one body at a time.
 */
final class BoundedBody implements BodySubscriber<byte[]> {

    private static final int PIECE = 128 * 1024;

    /** One at a time, so that not all bodies in flight take twice their size at once. */
    private static final ReentrantLock JOINING = new ReentrantLock();

    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private final Deque<byte[]> full = new ArrayDeque<>();
    private final int bytesMax;
    private byte[] piece;
    private int filled;
    private int length;
    private Flow.Subscription subscription = new Unsubscribed();

    private BoundedBody(long announced, int bytesMax) {
        this.bytesMax = bytesMax;
        var known = announced >= 0 && announced <= bytesMax;
        this.piece = new byte[known ? (int) announced : Math.min(PIECE, bytesMax)];
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
        length += count;
        while (part.hasRemaining()) {
            if (filled == piece.length) {
                full.add(piece);
                piece = new byte[PIECE];
                filled = 0;
            }
            var fits = Math.min(part.remaining(), piece.length - filled);
            part.get(piece, filled, fits);
            filled += fits;
        }
    }

    @Override
    public void onError(Throwable error) {
        result.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        if (!result.isDone()) {
            result.complete(length == piece.length ? piece : together());
        }
    }

    private byte[] together() {
        JOINING.lock();
        try {
            return joined();
        } finally {
            JOINING.unlock();
        }
    }

    private byte[] joined() {
        var bytes = new byte[length];
        var at = 0;
        for (var next = full.poll(); next != null; next = full.poll()) {
            System.arraycopy(next, 0, bytes, at, next.length);
            at += next.length;
        }
        System.arraycopy(piece, 0, bytes, at, filled);
        return bytes;
    }

    private static final class Unsubscribed implements Flow.Subscription {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }
}
