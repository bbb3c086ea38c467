package io.penstock.platform.inventory;

import static io.penstock.core.finding.FindingStatus.SourceStatus.OPEN;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.inventory.TestInventory.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Two sources that load findings of the same machine side by side. */
class ConcurrentSourcesIT {

    private static final int RECORDS = 10;
    private static final int DAYS = 20;

    private static final String FINDINGS =
            """
            select (to_jsonb(f) - array['changed_run'])::text from finding f
            union all select to_jsonb(r)::text from finding_record r order by 1
            """;

    @Test
    void nothingIsLostBetweenThem(@TempDir Path data) throws Exception {
        try (var inventory = TestInventory.start(data);
                var threads = Executors.newFixedThreadPool(2)) {
            var one = inventory.source("one", 100);
            var two = inventory.source("two", 100);
            inventory.load(one, inventory.run(one, 1), page(1));
            inventory.load(two, inventory.run(two, 1), page(1));
            inventory.move(two.host("web-1"), one.host("web-1"));

            var both = threads.invokeAll(List.of(days(inventory, one), days(inventory, two)));
            for (var done : both) {
                assertThat(done.get()).isEqualTo(DAYS);
            }

            assertThat(inventory.one("select count(*) || ' ' || sum(records) from finding"))
                    .isEqualTo(RECORDS + " " + 2 * RECORDS);
            assertThat(inventory.rows("select distinct last_found::text from finding")).hasSize(1);
            var found = inventory.rows(FINDINGS);
            regroup(inventory);
            assertThat(inventory.rows(FINDINGS)).isEqualTo(found);
        }
    }

    private static Callable<Integer> days(TestInventory inventory, Source source) {
        return () -> {
            for (var day = 2; day <= DAYS; day++) {
                inventory.load(source, inventory.run(source, day), page(day));
            }
            return DAYS;
        };
    }

    private static List<Report> page(int day) {
        var page = new ArrayList<Report>();
        for (var i = 0; i < RECORDS; i++) {
            page.add(Report.of("f" + i, "web-1", "CVE-" + i, OPEN, day));
        }
        return page;
    }

    private static void regroup(TestInventory inventory) {
        inventory.execute(
                """
                insert into finding_regroup
                select distinct tenant_id, asset_id, match_key from finding
                """);
        inventory.regroup();
    }
}
