package io.penstock.platform.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import io.penstock.platform.inventory.FindingOrder.Delivery;
import io.penstock.platform.inventory.TestInventory.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Histories of two sources that know the same two machines, delivered in any order, page by page,
 * twice, with hosts that move in between: always the same findings, records and events. {@code
 * -Dpenstock.findings.histories} sets how many.
 */
class FindingOrderIT {

    private static final int HISTORIES = Integer.getInteger("penstock.findings.histories", 12);
    private static final int ORDERS = 4;

    private static final String FINDINGS =
            """
            select (to_jsonb(f) - array['created_run', 'changed_run', 'vulnerability_id'])::text
                || v.name
            from finding f join vulnerability v using (tenant_id, vulnerability_id) order by 1
            """;

    private static final String RECORDS =
            """
            select (to_jsonb(f) - array['created_run', 'changed_run', 'vulnerability_id'])::text
                || v.name
            from finding_record f join vulnerability v using (tenant_id, vulnerability_id) order by 1
            """;

    /** Not by truncate, whose locks on whole tables wait for the workers that read them. */
    private static final String EMPTY =
            """
            with findings as (delete from finding), records as (delete from finding_record),
                events as (delete from finding_event), sources as (delete from asset_source)
            delete from asset
            """;

    private static final String EVENTS =
            "select (to_jsonb(e) - array['event_id', 'run_id', 'reason'])::text"
                    + " from finding_event e order by 1";

    @Test
    void anyOrderGivesTheSame(@TempDir Path data) {
        try (var inventory = TestInventory.start(data)) {
            var sources = List.of(inventory.source("one", 100), inventory.source("two", 50));
            var runs = new HashMap<Integer, LoadContext>();
            for (var i = 0; i < 8; i++) {
                runs.put(i, inventory.run(sources.get(i % 2), 30));
            }
            for (var seed = 0; seed < HISTORIES; seed++) {
                sameInAnyOrder(inventory, sources, runs, seed);
            }
        }
        System.out.println(HISTORIES + " histories, " + ORDERS + " orders each: the same findings");
    }

    private static void sameInAnyOrder(
            TestInventory inventory,
            List<Source> sources,
            Map<Integer, LoadContext> runs,
            int seed) {
        var random = new Random(seed);
        var deliveries = FindingOrder.deliveries(random);
        List<String> expected = null;
        for (var order = 0; order < ORDERS; order++) {
            inventory.execute(EMPTY);
            deliver(inventory, sources, runs, FindingOrder.shuffled(deliveries, random), random);
            var dump = dump(inventory);
            if (expected == null) {
                expected = dump;
            }
            assertThat(differences(expected, dump))
                    .as("history %d, order %d", seed, order)
                    .isEmpty();
        }
    }

    private static List<String> differences(List<String> expected, List<String> actual) {
        var missing = new ArrayList<>(expected);
        missing.removeAll(actual);
        var more = new ArrayList<>(actual);
        more.removeAll(expected);
        missing.addAll(more);
        return missing;
    }

    private static void deliver(
            TestInventory inventory,
            List<Source> sources,
            Map<Integer, LoadContext> runs,
            List<Delivery> deliveries,
            Random random) {
        var joinAt = random.nextInt(deliveries.size());
        for (var i = 0; i < deliveries.size(); i++) {
            var delivery = deliveries.get(i);
            var run = requireNonNull(runs.get(delivery.run()));
            inventory.load(sources.get(delivery.run() % 2), run, delivery.reports());
            if (i == joinAt) {
                join(inventory, sources);
                split(inventory, sources);
            }
        }
        join(inventory, sources);
        runs.values().forEach(inventory::release);
    }

    private static void join(TestInventory inventory, List<Source> sources) {
        inventory.move(sources.getLast().host("a"), sources.getFirst().host("a"));
        inventory.move(sources.getLast().host("b"), sources.getFirst().host("b"));
    }

    private static void split(TestInventory inventory, List<Source> sources) {
        inventory.move(sources.getLast().host("a"), sources.getLast().host("a"));
    }

    private static List<String> dump(TestInventory inventory) {
        var dump = new ArrayList<>(inventory.rows(FINDINGS));
        dump.addAll(inventory.rows(RECORDS));
        dump.addAll(inventory.rows(EVENTS));
        return dump;
    }
}
