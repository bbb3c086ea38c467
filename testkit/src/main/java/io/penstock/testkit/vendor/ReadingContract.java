package io.penstock.testkit.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.source.ReadWindow;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;

/** Reading one slice: complete, counted, and resumable from data alone. */
public interface ReadingContract extends VendorTrial {

    @Test
    default void readsEveryRecordOfAStreamOnceAndProvesIt() {
        try (var tenant = SimulatedTenant.start(this);
                var session = tenant.session()) {
            var window = ReadWindow.full(SimulatedTenant.NOW);
            for (var stream : source().descriptor().streams()) {
                var whole = Slice.whole(stream.name());
                var read = new SliceReading(stream, window).whole(session, whole);
                assertThat(read.ids()).as("%s", stream.name()).isNotEmpty().doesNotHaveDuplicates();
                assertThat(read.fresh()).isEqualTo(read.ids().size());
                assertThat(session.total(whole, window)).isEqualTo(read.ids().size());
                assertThat(read.positions()).as("pages").hasSizeGreaterThan(1);
            }
        }
    }

    @Test
    default void goesOnFromAnyPositionInAnotherSession() {
        try (var tenant = SimulatedTenant.start(this)) {
            var window = ReadWindow.full(SimulatedTenant.NOW);
            for (var stream : source().descriptor().streams()) {
                var whole = Slice.whole(stream.name());
                var read = new SliceReading(stream, window);
                // A new session for each page has neither the cursor's owner nor the token.
                read.from(tenant::session, whole, Position.START);
                assertThat(new HashSet<>(read.ids()))
                        .hasSize((int) tenant.session().total(whole, window));
                assertThat(read.fresh()).isEqualTo(new HashSet<>(read.ids()).size());
            }
        }
    }

    @Test
    default void aPositionReadTwiceGivesTheSameRecords() {
        try (var tenant = SimulatedTenant.start(this);
                var session = tenant.session()) {
            var window = ReadWindow.full(SimulatedTenant.NOW);
            for (var stream : source().descriptor().streams()) {
                var whole = Slice.whole(stream.name());
                var first = new SliceReading(stream, window);
                var next = first.page(session, whole, Position.START).next();
                var one = PageIds.of(session.read(whole, window, next), stream);
                var other = PageIds.of(session.read(whole, window, next), stream);
                assertThat(other).isEqualTo(one);
            }
        }
    }

    @Test
    default void aDeltaReadsWhatChangedSinceAMomentAndNothingElse() {
        assumeThat(gaps()).doesNotContain(Gap.DELTA);
        try (var tenant = SimulatedTenant.start(this);
                var session = tenant.session()) {
            var from = SimulatedTenant.NOW.minus(Duration.ofDays(20));
            var delta = new ReadWindow(from, SimulatedTenant.NOW);
            var full = ReadWindow.full(SimulatedTenant.NOW);
            for (var stream : source().descriptor().streams()) {
                var whole = Slice.whole(stream.name());
                var changed = new SliceReading(stream, delta).whole(session, whole);
                var expected = new HashSet<String>();
                var position = Position.START;
                var everything = new SliceReading(stream, full);
                while (!everything.ended()) {
                    var page = everything.page(session, whole, position);
                    var ids = PageIds.of(page, stream);
                    var changes = PageIds.changes(page, stream);
                    for (int i = 0; i < ids.size(); i++) {
                        var changedAt = instant(changes.get(i));
                        if (!changedAt.isBefore(from) && changedAt.isBefore(delta.until())) {
                            expected.add(ids.get(i));
                        }
                    }
                    position = page.next();
                }
                assertThat(expected).as("changed %s", stream.name()).isNotEmpty();
                assertThat(changed.ids()).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(session.total(whole, delta)).isEqualTo(expected.size());
            }
        }
    }

    private static Instant instant(String text) {
        return DateTimeFormatter.ISO_INSTANT.parse(text, Instant::from);
    }
}
