package io.penstock.vendor.tidewater;

import io.penstock.core.fault.FaultException;
import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.core.run.StreamName;
import io.penstock.source.CheckStep;
import io.penstock.source.Page;
import io.penstock.source.PlannedSlice;
import io.penstock.source.ReadWindow;
import io.penstock.source.SliceSplit;
import io.penstock.source.SourceSession;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads machines and weaknesses by number. */
final class TidewaterSession implements SourceSession {

    private static final int PAGE = 100;

    private final TidewaterClient client;
    private final InstantSource clock;

    TidewaterSession(TidewaterClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Equal ranges of numbers: Tidewater leaves few gaps, so they hold about as many records. */
    @Override
    public List<PlannedSlice> slices(StreamName stream, ReadWindow window, int wanted) {
        var all = count(stream, window, NumberRange.ALL);
        var parts = Math.clamp(all.matching() / PAGE, 1, wanted);
        var width = Math.ceilDiv(all.highest() + 1, parts);
        var plan = new ArrayList<PlannedSlice>();
        for (int i = 0; i < parts; i++) {
            var range =
                    new NumberRange(
                            i * width, i == parts - 1 ? NumberRange.ALL.below() : (i + 1) * width);
            plan.add(
                    new PlannedSlice(
                            i == 0 ? "" : "" + range.from(),
                            i == parts - 1 ? "" : "" + range.below(),
                            count(stream, window, range).matching()));
        }
        return plan;
    }

    @Override
    public Optional<SliceSplit> split(Slice slice, ReadWindow window, Position reached) {
        var range = NumberRange.of(slice);
        var rest = range.after(Reached.parse(reached).number());
        var left = count(slice.stream(), window, rest);
        if (left.matching() < 2 * PAGE) {
            return Optional.empty();
        }
        var at = rest.from() + (left.highest() + 1 - rest.from()) / 2;
        var before = count(slice.stream(), window, range.upTo(at)).matching();
        var after = count(slice.stream(), window, range.after(at - 1)).matching();
        return Optional.of(new SliceSplit("" + at, before, after));
    }

    @Override
    public Page read(Slice slice, ReadWindow window, Position position) {
        var reached = Reached.parse(position);
        var range = NumberRange.of(slice).after(reached.number());
        var answer = client.list(slice.stream(), window, range, PAGE);
        var page = Listing.of(answer);
        var next =
                page.records() == 0
                        ? reached
                        : new Reached(page.last(), reached.counted() + page.records());
        return new Page(
                answer.body(),
                answer.encoding(),
                page.records(),
                page.records(),
                next.position(),
                reached.counted() + page.matching(),
                page.records() >= page.matching());
    }

    @Override
    public long total(Slice slice, ReadWindow window) {
        return count(slice.stream(), window, NumberRange.of(slice)).matching();
    }

    private Listing count(StreamName stream, ReadWindow window, NumberRange range) {
        return Listing.of(client.list(stream, window, range, 0));
    }

    @Override
    public List<CheckStep> check() {
        return List.of(check(TidewaterDescriptor.MACHINES), check(TidewaterDescriptor.WEAKNESSES));
    }

    private CheckStep check(StreamName stream) {
        var started = clock.millis();
        try {
            var everything = ReadWindow.full(clock.instant());
            var count = count(stream, everything, NumberRange.ALL).matching();
            var sentence = "Tidewater has " + count + " " + stream + ".";
            return new CheckStep(
                    stream.text(), CheckStep.Outcome.OK, clock.millis() - started, sentence, "");
        } catch (FaultException e) {
            return new CheckStep(
                    stream.text(),
                    CheckStep.Outcome.FAILED,
                    clock.millis() - started,
                    e.fault().message(),
                    e.fault().hint());
        }
    }

    @Override
    public void close() {
        // Nothing is kept: the key is good until it is revoked.
    }
}
