package io.penstock.vendor.crowdstrike.simulation.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class TimelineTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final long WEEK = 7 * 86_400;

    private final Timeline timeline = new Timeline(new Tenant(5, 500, 30, NOW));

    @Test
    void keepsTheOrderOfCreationWhateverComesAndGoes() {
        for (int step = 0; step < 4; step++) {
            moveOn();
            Tenant tenant = timeline.now();
            FindingOrder order = tenant.byCreation();
            Finding finding = tenant.finding();
            String last = "";
            for (int place = 0; place < order.size(); place++) {
                finding.at(order.at(place));
                String key = finding.created() + finding.id();
                assertThat(key).isGreaterThan(last);
                assertThat(tenant.has(finding.number())).isTrue();
                if (place % 37 == 0) {
                    assertThat(order.firstAt(finding.created(), finding.id(), tenant.finding()))
                            .isEqualTo(place);
                }
                last = key;
            }
        }
    }

    @Test
    void anOrderMergedFromTheOneBeforeIsTheOneMadeFromNothing() {
        for (TimeOrder.By by : TimeOrder.By.values()) {
            timeline.now().by(by);
        }
        for (int step = 0; step < 4; step++) {
            moveOn();
            Tenant tenant = timeline.now();
            for (TimeOrder.By by : TimeOrder.By.values()) {
                assertThat(numbers(tenant.by(by))).isEqualTo(numbers(new TimeOrder(tenant, by)));
            }
        }
    }

    private void moveOn() {
        timeline.advance(WEEK, 0.06);
        timeline.move(15);
    }

    private static List<Integer> numbers(FindingOrder order) {
        List<Integer> numbers = new ArrayList<>();
        for (int place = 0; place < order.size(); place++) {
            numbers.add(order.at(place));
        }
        return numbers;
    }

    @Test
    void everyFindingIsFoundByItsSensor() {
        moveOn();
        moveOn();
        Tenant tenant = timeline.now();
        Finding finding = tenant.finding();
        int sensors = tenant.population().sensors() + tenant.overlay().reimages().size();
        int sum = 0;
        for (int sensor = 0; sensor < sensors; sensor++) {
            assertThat(tenant.sensor(tenant.population().aid(sensor))).isEqualTo(sensor);
            int[] numbers = tenant.findingsOf(sensor);
            for (int number : numbers) {
                assertThat(finding.at(number).sensor()).isEqualTo(sensor);
            }
            sum += numbers.length;
        }

        assertThat(sum).isEqualTo(tenant.findings());
        assertThat(tenant.sensor("f".repeat(32))).isEqualTo(-1);
    }

    @Test
    void aSensorReportsNoCveTwice() {
        moveOn();
        moveOn();
        Tenant tenant = timeline.now();
        Finding finding = tenant.finding();
        Set<Long> pairs = new HashSet<>();
        for (int place = 0; place < tenant.findings(); place++) {
            finding.at(tenant.byCreation().at(place));
            assertThat(pairs.add((long) finding.sensor() << 32 | finding.cve())).isTrue();
        }
    }

    @Test
    void whoHoldsAMomentSeesItUnchanged() {
        Tenant before = timeline.now();
        List<String> rows = rows(before);
        moveOn();

        assertThat(rows(before)).isEqualTo(rows);
        assertThat(rows(timeline.now())).isNotEqualTo(rows);
    }

    @Test
    void manyReadWhileItMoves() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> reads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                reads.add(
                        threads.submit(() -> {
                            Tenant tenant = timeline.now();
                            FindingOrder order = tenant.by(TimeOrder.By.UPDATE);
                            Set<String> ids = new HashSet<>();
                            Finding finding = tenant.finding();
                            for (int place = 0; place < order.size(); place++) {
                                ids.add(finding.at(order.at(place)).id());
                            }
                            return ids.size() - tenant.findings();
                        }));
                timeline.move(20);
            }
            for (Future<Integer> read : reads) {
                assertThat(read.get()).isZero();
            }
        }
        assertThat(timeline.now().version()).isEqualTo(8);
    }

    @Test
    void keepsWhatHasChangedOnly() {
        Timeline large = new Timeline(new Tenant(1, 3600, 290, NOW));
        long before = large.now().indexBytes();
        large.advance(WEEK, 0.01);

        assertThat(large.now().findings()).isGreaterThan(900_000);
        assertThat(large.now().indexBytes() - before).isBetween(1L, 600_000L);
    }

    @Test
    void refusesMoreChangeThanItCanKeep() {
        Timeline large = new Timeline(new Tenant(1, 20_000, 290, NOW));

        assertThatThrownBy(() -> large.advance(WEEK, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowed are 4000000");
        assertThat(large.now().version()).isZero();
    }

    private static List<String> rows(Tenant tenant) {
        List<String> rows = new ArrayList<>();
        Finding finding = tenant.finding();
        for (int place = 0; place < tenant.findings(); place++) {
            finding.at(tenant.byCreation().at(place));
            rows.add(finding.id() + finding.status() + finding.updated() + finding.closed());
        }
        return rows;
    }
}
