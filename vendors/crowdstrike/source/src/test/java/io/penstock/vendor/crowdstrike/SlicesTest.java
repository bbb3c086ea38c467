package io.penstock.vendor.crowdstrike;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.core.run.StreamName;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Slices and splits against a simulated tenant over HTTP. */
class SlicesTest {

    private static final ReadPlan SMALL =
            new ReadPlan(List.of(50, 25), 20, 200, List.of(40, 20), List.of("cve", "host_info"));

    private static Slice whole(StreamName stream) {
        return Slice.whole(stream);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "3, 8", "4, 16", "5, 40"})
    void slicesHoldEveryFindingOnce(long seed, int threads) {
        try (var tenant = new SimulatedFalcon(seed, 40, 40, Map.of())) {
            var session = tenant.session(SMALL, Map.of());
            var total = session.total(whole(FalconDescriptor.FINDINGS), SimulatedFalcon.FULL);
            var ids = SimulatedFalcon.readAll(session, FalconDescriptor.FINDINGS, threads);
            assertThat(ids).hasSize((int) total).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, queries", "2, 8, queries", "3, 1, combined", "4, 16, combined"})
    void slicesHoldEveryHostOncePastTheWindow(long seed, int threads, String way) {
        try (var tenant = new SimulatedFalcon(seed, 900, 1, Map.of("last-after", "live"))) {
            var session = tenant.session(SMALL, Map.of("host-reading", way));
            var total = session.total(whole(FalconDescriptor.HOSTS), SimulatedFalcon.FULL);
            var ids = SimulatedFalcon.readAll(session, FalconDescriptor.HOSTS, threads);
            assertThat(ids).hasSize((int) total).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource({"vulnerabilities, queries", "hosts, queries", "hosts, combined"})
    void aSplitAtAnyPagesEndLosesAndDoublesNothing(String name, String way) {
        var stream = new StreamName(name);
        try (var tenant = new SimulatedFalcon(6, 300, 2, Map.of())) {
            var session = tenant.session(SMALL, Map.of("host-reading", way));
            var all = new HashSet<>(SimulatedFalcon.read(session, whole(stream), Position.START));
            var before = new HashSet<String>();
            var position = Position.START;
            var splits = 0;
            while (true) {
                splits += splitHere(session, whole(stream), position, before, all) ? 1 : 0;
                var page = session.read(whole(stream), SimulatedFalcon.FULL, position);
                before.addAll(SimulatedFalcon.ids(page));
                position = page.next();
                if (page.last()) {
                    break;
                }
            }
            assertThat(splits).isGreaterThan(2);
        }
    }

    private static boolean splitHere(
            FalconSession session,
            Slice slice,
            Position position,
            Set<String> before,
            Set<String> all) {
        var split = session.split(slice, SimulatedFalcon.FULL, position);
        if (split.isEmpty()) {
            return false;
        }
        var parts = SimulatedFalcon.parts(slice, split.get());
        var ids = new HashSet<>(before);
        ids.addAll(SimulatedFalcon.read(session, parts.getFirst(), position));
        assertThat((long) ids.size()).isEqualTo(split.get().before());
        var second = SimulatedFalcon.read(session, parts.getLast(), Position.START);
        assertThat((long) second.size()).isEqualTo(split.get().after());
        assertThat(second).doesNotContainAnyElementsOf(ids);
        ids.addAll(second);
        assertThat(ids).isEqualTo(all);
        return true;
    }
}
