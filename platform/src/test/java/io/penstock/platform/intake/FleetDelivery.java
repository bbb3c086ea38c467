package io.penstock.platform.intake;

import io.penstock.core.identify.StableId;
import io.penstock.wire.PlannedSlices;
import io.penstock.wire.RunOpened;
import io.penstock.wire.SliceEnd;

import org.springframework.context.ConfigurableApplicationContext;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * One way to deliver a fleet's history: connections that overtake each other, records in any order
 * on pages of any size, pages that come twice, wishes of people at any moment.
 */
final class FleetDelivery {

    private final Random random;
    private final List<TestEngine> engines;
    private final FleetWishes decide;

    /** Where the wishes of people go. */
    interface FleetWishes {
        /** False when a record is not there yet. */
        boolean decide(boolean together, UUID oneHost, UUID otherHost);
    }

    FleetDelivery(ConfigurableApplicationContext platform, long seed, FleetWishes decide) {
        this.random = new Random(seed);
        this.decide = decide;
        this.engines =
                IntStream.range(0, Fleet.CONNECTIONS)
                        .mapToObj(i -> TestEngine.connect(platform, "fleet " + i, uuid(i)))
                        .toList();
    }

    void deliver(Fleet fleet) {
        var readings = overtaking(fleet.readings());
        var wishes = new ArrayList<>(fleet.wishes());
        for (var reading : readings) {
            if (!wishes.isEmpty() && random.nextInt(3) == 0 && wish(wishes.getFirst())) {
                wishes.removeFirst();
            }
            deliver(reading);
        }
        wishes.forEach(this::wish);
    }

    /** Each connection's runs keep their order among themselves. */
    private List<Fleet.Reading> overtaking(List<Fleet.Reading> readings) {
        var queues = new ArrayList<List<Fleet.Reading>>();
        for (var i = 0; i < Fleet.CONNECTIONS; i++) {
            var connection = i;
            queues.add(
                    new ArrayList<>(
                            readings.stream().filter(r -> r.connection() == connection).toList()));
        }
        var order = new ArrayList<Fleet.Reading>();
        while (order.size() < readings.size()) {
            var queue = queues.get(random.nextInt(queues.size()));
            if (!queue.isEmpty()) {
                order.add(queue.removeFirst());
            }
        }
        return order;
    }

    private boolean wish(Fleet.Wish wish) {
        return decide.decide(wish.together(), hostId(wish.oneSensor()), hostId(wish.otherSensor()));
    }

    private void deliver(Fleet.Reading reading) {
        var engine = engines.get(reading.connection());
        var run = engine.openAsPlanned(reading.full());
        read(engine, run, TestEngine.HOSTS, reading.hosts());
        read(engine, run, TestEngine.FINDINGS, reading.findings());
        var end = engine.finish(run);
        if (!end.equals("COMPLETE: ")) {
            throw new IllegalStateException("the run ended " + end);
        }
    }

    private void read(TestEngine engine, RunOpened run, String stream, List<String> records) {
        var slice = new SliceName(stream, 0);
        engine.plan(run, stream, new PlannedSlices.Bounds("", "", records.size()));
        var pages = pages(records);
        var sequence = 0;
        var last = pages.size() - 1;
        for (var page : pages) {
            engine.page(run, slice, sequence, false, page.size(), page.toArray(String[]::new));
            sequence++;
        }
        // What comes again is not fresh: the engine knows the ids it has sent.
        var again =
                last < 0
                        ? new String[0]
                        : pages.get(random.nextInt(last + 1)).toArray(String[]::new);
        engine.page(run, slice, sequence, true, 0, again);
        if (!engine.judge(run, slice, SliceEnd.read(records.size())).sealed()) {
            throw new IllegalStateException("the slice is not sealed");
        }
    }

    private List<List<String>> pages(List<String> records) {
        var shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);
        var pages = new ArrayList<List<String>>();
        while (!shuffled.isEmpty()) {
            var size = Math.min(shuffled.size(), 1 + random.nextInt(6));
            pages.add(List.copyOf(shuffled.subList(0, size)));
            shuffled.subList(0, size).clear();
        }
        return pages;
    }

    /** The same in every delivery, so that ids are. */
    private static UUID uuid(int connection) {
        return new UUID(0x5EED, connection);
    }

    private static UUID hostId(String sensor) {
        var connection = Integer.parseInt(sensor.substring(1, sensor.indexOf('s')));
        return new StableId().with("host").with(uuid(connection)).with(sensor).take();
    }
}
