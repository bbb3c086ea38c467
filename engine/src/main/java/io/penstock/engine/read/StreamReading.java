package io.penstock.engine.read;

import io.penstock.core.run.StreamName;
import io.penstock.wire.SliceState;
import io.penstock.wire.SliceVerdict;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Reads the slices of one stream side by side. */
final class StreamReading {

    /** The platform asks for one second read; a platform that asks for ever is not obeyed. */
    private static final int ATTEMPTS_MAX = 3;

    private final Crew crew;
    private final StreamToRead stream;
    private final StreamWork work;
    private final int threads;

    StreamReading(Crew crew, StreamToRead stream, StreamProgress progress, int threads) {
        this.crew = crew;
        this.stream = stream;
        this.threads = threads;
        var estimate = new PageEstimate(crew.budget().bytesMax());
        this.work = new StreamWork(crew, stream.window(), new SliceBoard(), estimate, progress);
    }

    /** Returns when every slice was read and judged; throws the first reason to stop otherwise. */
    void read() {
        for (var state : slices()) {
            if (!state.closed()) {
                var slice = new SliceRead(stream.name(), state);
                work.progress().slice(slice);
                work.board().add(slice);
            }
        }
        try (var workers =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("slice-", 0).factory())) {
            crew.control().onStop(workers::shutdownNow);
            start(workers);
        }
        crew.control().check();
    }

    private List<SliceState> slices() {
        if (!stream.known().isEmpty()) {
            return stream.known();
        }
        StreamName name = stream.name();
        return crew.sink().plan(name, crew.vendor().slices(name, stream.window(), threads));
    }

    private void start(ExecutorService workers) {
        try {
            for (int i = 0; i < threads; i++) {
                workers.execute(this::work);
            }
        } catch (RejectedExecutionException e) {
            throw crew.control().reason().orElse(e);
        }
    }

    /** A worker's whole life; whatever ends it early ends the run. */
    private void work() {
        var finished = false;
        try {
            for (var next = take(); next != null; next = take()) {
                settle(next, new SliceTransfer(work, next).run());
            }
            finished = true;
        } catch (RuntimeException e) {
            finished = true;
            crew.control().stop(e);
        } finally {
            if (!finished) {
                crew.control().stop(new IllegalStateException("a thread that read slices died"));
            }
        }
    }

    private @Nullable SliceRead take() {
        try {
            return work.board().take().orElse(null);
        } catch (InterruptedException e) {
            throw crew.control().wokenUp();
        }
    }

    private void settle(SliceRead slice, SliceVerdict verdict) {
        if (verdict.again() && slice.attempt() < ATTEMPTS_MAX) {
            work.progress().secondRead(slice);
            work.board().again(slice, verdict.nextSequence());
        } else {
            work.progress().judged();
            work.board().done(slice);
        }
    }
}
