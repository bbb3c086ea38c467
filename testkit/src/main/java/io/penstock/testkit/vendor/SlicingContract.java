package io.penstock.testkit.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.source.PlannedSlice;
import io.penstock.source.ReadWindow;
import io.penstock.source.SourceSession;
import io.penstock.source.StreamSpec;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Cutting a stream: every record in exactly one slice, whoever reads it. */
public interface SlicingContract extends VendorTrial {

    @Test
    default void slicesHoldEveryRecordExactlyOnce() {
        try (var tenant = SimulatedTenant.start(this);
                var session = tenant.session()) {
            var window = ReadWindow.full(SimulatedTenant.NOW);
            for (var stream : source().descriptor().streams()) {
                var whole = Slice.whole(stream.name());
                var all = new SliceReading(stream, window).whole(session, whole).ids();
                for (var wanted : List.of(1, 4, 16)) {
                    var read = new ArrayList<String>();
                    var plan = session.slices(stream.name(), window, wanted);
                    for (var slice : numbered(stream, plan)) {
                        var part = new SliceReading(stream, window).whole(session, slice);
                        assertThat(session.total(slice, window)).isEqualTo(part.fresh());
                        read.addAll(part.ids());
                    }
                    assertThat(read).doesNotHaveDuplicates().hasSameElementsAs(all);
                }
            }
        }
    }

    @Test
    default void slicesFollowEachOtherWithoutAGap() {
        try (var tenant = SimulatedTenant.start(this);
                var session = tenant.session()) {
            var window = ReadWindow.full(SimulatedTenant.NOW);
            for (var stream : source().descriptor().streams()) {
                var plan = session.slices(stream.name(), window, 8);
                assertThat(plan.getFirst().lower()).isEmpty();
                assertThat(plan.getLast().upper()).isEmpty();
                for (int i = 1; i < plan.size(); i++) {
                    assertThat(plan.get(i).lower()).isEqualTo(plan.get(i - 1).upper());
                }
                if (!gaps().contains(Gap.SLICES)) {
                    assertThat(plan).as("%s for 8 readers", stream.name()).hasSizeGreaterThan(1);
                }
            }
        }
    }

    @Test
    default void slicesCanBeReadByManyThreadsAtOnce() throws Exception {
        try (var tenant = SimulatedTenant.start(this);
                var session = tenant.session();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var window = ReadWindow.full(SimulatedTenant.NOW);
            for (var stream : source().descriptor().streams()) {
                var running = new ArrayList<Future<SliceReading>>();
                for (var slice : numbered(stream, session.slices(stream.name(), window, 16))) {
                    running.add(
                            threads.submit(
                                    () -> new SliceReading(stream, window).whole(session, slice)));
                }
                assertThat(idsOf(running))
                        .doesNotHaveDuplicates()
                        .hasSize((int) session.total(Slice.whole(stream.name()), window));
            }
        }
    }

    private static List<String> idsOf(List<Future<SliceReading>> running)
            throws InterruptedException, ExecutionException {
        var ids = new ArrayList<String>();
        for (var slice : running) {
            ids.addAll(slice.get().ids());
        }
        return ids;
    }

    @Test
    default void aSliceCutWhileItIsReadLosesNothingAndRepeatsNothing() {
        assumeThat(gaps()).doesNotContain(Gap.SPLIT);
        try (var tenant = SimulatedTenant.start(this);
                var session = tenant.session()) {
            var window = ReadWindow.full(SimulatedTenant.NOW);
            for (var stream : source().descriptor().streams()) {
                assertCut(session, stream, window);
            }
        }
    }

    private static void assertCut(SourceSession session, StreamSpec stream, ReadWindow window) {
        var whole = Slice.whole(stream.name());
        var all = new SliceReading(stream, window).whole(session, whole).ids();
        var kept = new SliceReading(stream, window);
        var reached = kept.page(session, whole, Position.START).next();
        var cut = session.split(whole, window, reached);
        assertThat(cut).as("a cut of %s with most of it unread", stream.name()).isPresent();
        var at = cut.get().at();
        kept.from(() -> session, new Slice(stream.name(), 0, "", at), reached);
        var rest = new SliceReading(stream, window);
        rest.whole(session, new Slice(stream.name(), 1, at, ""));
        assertThat(kept.fresh()).isEqualTo(cut.get().before());
        assertThat(rest.fresh()).isEqualTo(cut.get().after()).isPositive();
        var both = new ArrayList<>(kept.ids());
        both.addAll(rest.ids());
        // Records of the key that was reached may come again; the counts above call none of them
        // new.
        assertThat(both).hasSameElementsAs(all);
    }

    private static List<Slice> numbered(StreamSpec stream, List<PlannedSlice> plan) {
        var slices = new ArrayList<Slice>();
        for (var planned : plan) {
            slices.add(new Slice(stream.name(), slices.size(), planned.lower(), planned.upper()));
        }
        return slices;
    }
}
