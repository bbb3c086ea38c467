package io.penstock.engine.run;

import io.penstock.core.run.StreamName;
import io.penstock.engine.deliver.RunTicket;
import io.penstock.source.ReadWindow;
import io.penstock.source.SourceSession;
import io.penstock.wire.PlannedSlices;
import io.penstock.wire.RunOpened;
import io.penstock.wire.SliceState;
import io.penstock.wire.StreamState;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/** Reads the streams of a run one after the other, the slices of a stream side by side. */
final class RunReading {

    private final Crew crew;
    private final SourceSession session;
    private final RunOpened opened;
    private final RunTicket ticket;
    private final ReadWindow window;
    private final int threads;

    RunReading(Crew crew, SourceSession session, RunOpened opened, int threads) {
        this.crew = crew;
        this.session = session;
        this.opened = opened;
        this.ticket = new RunTicket(opened.run(), opened.lease());
        this.window = ReadWindow.full(opened.until());
        this.threads = threads;
    }

    /** Returns when every slice was read and judged; throws the first reason to stop otherwise. */
    void read(List<String> streams) {
        for (var stream : streams) {
            crew.check();
            read(new StreamName(stream), slices(new StreamName(stream)));
        }
    }

    private List<SliceState> slices(StreamName stream) {
        var known =
                opened.streams().stream()
                        .filter(s -> s.stream().equals(stream.text()))
                        .map(StreamState::slices)
                        .filter(slices -> !slices.isEmpty())
                        .findFirst();
        return known.orElseGet(() -> plan(stream));
    }

    private List<SliceState> plan(StreamName stream) {
        var slices = crew.toVendor().call(() -> session.slices(stream, window, threads));
        var bounds =
                slices.stream()
                        .map(s -> new PlannedSlices.Bounds(s.lower(), s.upper(), s.expected()))
                        .toList();
        return crew.toPlatform()
                .call(() ->
                        crew.platform().slices(ticket, stream.text(), new PlannedSlices(bounds)))
                .slices();
    }

    private void read(StreamName stream, List<SliceState> slices) {
        try (var workers =
                Executors.newFixedThreadPool(
                        threads, Thread.ofVirtual().name("slice-", 0).factory())) {
            crew.control().onStop(() -> abandon(workers));
            await(submit(workers, stream, slices));
        }
        crew.check();
    }

    /** Wakes up those who wait, also for a slice that will now never start. */
    private static void abandon(ExecutorService workers) {
        for (var waiting : workers.shutdownNow()) {
            if (waiting instanceof Future<?> slice) {
                slice.cancel(false);
            }
        }
    }

    private List<Future<?>> submit(
            ExecutorService workers, StreamName stream, List<SliceState> slices) {
        var running = new ArrayList<Future<?>>();
        for (var state : slices) {
            if (!state.closed()) {
                crew.check();
                running.add(submit(workers, stream, state));
            }
        }
        return running;
    }

    private Future<?> submit(ExecutorService workers, StreamName stream, SliceState state) {
        try {
            return workers.submit(() -> transfer(stream, state));
        } catch (RejectedExecutionException e) {
            throw crew.control().reason().orElse(e);
        }
    }

    private void transfer(StreamName stream, SliceState state) {
        try {
            new SliceTransfer(crew, ticket, session, window, stream, state).run();
        } catch (RuntimeException e) {
            crew.control().stop(e);
        }
    }

    private void await(List<Future<?>> running) {
        for (var slice : running) {
            if (crew.control().stopped()) {
                return;
            }
            try {
                slice.get();
            } catch (CancellationException e) {
                return;
            } catch (ExecutionException e) {
                crew.control().stop(new IllegalStateException("a slice failed", e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                crew.control().shutDown();
            }
        }
    }
}
