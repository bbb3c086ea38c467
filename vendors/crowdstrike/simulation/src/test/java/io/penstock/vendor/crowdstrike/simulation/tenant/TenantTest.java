package io.penstock.vendor.crowdstrike.simulation.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

class TenantTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void opensTenMillionFindingsInLittleMemory() {
        Tenant tenant = new Tenant(1, 40_000, 290, NOW);
        Finding finding = tenant.finding();
        int findings = tenant.findings();

        assertThat(findings).isGreaterThan(10_000_000);
        for (int page : new int[] {0, findings / 2, findings - 5000}) {
            Set<String> ids = new HashSet<>();
            for (int i = page; i < page + 5000; i++) {
                ids.add(finding.at(i).id());
            }
            assertThat(ids).hasSize(5000);
        }
        assertThat(tenant.indexBytes()).isLessThan(1_000_000);
        tenant.by(TimeOrder.By.UPDATE);
        assertThat(tenant.indexBytes()).isLessThan(9L * findings);
    }

    @Test
    void numbersFindingsByCreationThenId() {
        Tenant tenant = new Tenant(5, 700, 40, NOW);
        Finding finding = tenant.finding();
        String last = "";
        for (int number = 0; number < tenant.findings(); number++) {
            String key = finding.at(number).created() + finding.id();
            assertThat(key).isGreaterThan(last);
            last = key;
        }
    }

    @Test
    void findsTheSameFindingWhateverWasLookedAtBefore() {
        Tenant tenant = new Tenant(6, 300, 25, NOW);
        Finding straight = tenant.finding();
        Finding jumping = tenant.finding();
        int count = tenant.findings();
        for (int i = 0; i < count; i++) {
            int number = (int) ((long) i * 7919 % count);
            assertThat(jumping.at(number).id()).isEqualTo(straight.at(number).id());
            assertThat(tenant.finding().at(number).id()).isEqualTo(jumping.id());
        }
    }

    @Test
    void findsTheFirstOfEveryTime() {
        Tenant tenant = new Tenant(8, 200, 20, NOW);
        FindingOrder[] orders = {tenant.byCreation(), tenant.by(TimeOrder.By.UPDATE)};
        for (FindingOrder order : orders) {
            Finding finding = tenant.finding();
            long before = Long.MIN_VALUE;
            for (int place = 0; place < tenant.findings(); place++) {
                long time = order.time(finding.at(order.at(place)));
                if (time != before) {
                    assertThat(order.firstAt(time)).isEqualTo(place);
                    assertThat(order.firstAt(time - 1)).isLessThanOrEqualTo(place);
                }
                assertThat(order.firstAt(time, finding.id(), tenant.finding())).isEqualTo(place);
                before = time;
            }
            assertThat(order.firstAt(before + 1)).isEqualTo(tenant.findings());
        }
    }

    @Test
    void changesAreNeitherBeforeCreationNorAfterThePresent() {
        Tenant tenant = new Tenant(9, 400, 30, NOW);
        Finding finding = tenant.finding();
        for (int number = 0; number < tenant.findings(); number++) {
            finding.at(number);
            assertThat(finding.updated()).isBetween(finding.created(), NOW.getEpochSecond());
            assertThat(finding.created())
                    .isGreaterThanOrEqualTo(tenant.hosts().firstSeen(finding.host()));
            assertThat(tenant.cves().published(finding.cve())).isLessThan(finding.created());
        }
    }

    @Test
    void hostsOfOneImageShareMostOfTheirFindingsAndNoneTwice() {
        Tenant tenant = new Tenant(10, 1000, 60, NOW);
        Finding finding = tenant.finding();
        Set<Long> pairs = new HashSet<>();
        Map<Integer, Integer> hostsByCve = new HashMap<>();
        for (int number = 0; number < tenant.findings(); number++) {
            int cve = finding.at(number).cve();
            assertThat(pairs.add((long) finding.sensor() << 32 | cve)).isTrue();
            hostsByCve.merge(cve, 1, Integer::sum);
        }
        long shared =
                hostsByCve.values().stream().filter(hosts -> hosts > 10).mapToInt(i -> i).sum();

        assertThat(shared / (double) tenant.findings()).isGreaterThan(0.8);
    }

    @Test
    void aPatchWaveMovesManyFindingsInOneSecond() {
        Tenant tenant = new Tenant(11, 1000, 60, NOW);
        Finding finding = tenant.finding();
        Map<Long, Integer> bySecond = new HashMap<>();
        for (int number = 0; number < tenant.findings(); number++) {
            if (finding.at(number).status() == Finding.Status.CLOSED) {
                bySecond.merge(finding.updated(), 1, Integer::sum);
            }
        }

        assertThat(bySecond.values()).anyMatch(count -> count > 300);
    }

    @Test
    void cveIdsBelongToOneCveOnly() {
        Cves cves = new Tenant(1, 10, 1, NOW).cves();
        Set<String> ids = new HashSet<>();
        int named = 0;
        for (int cve = 0; cve < 50_000; cve++) {
            String id = cves.id(cve);
            if (!id.isEmpty()) {
                assertThat(id).matches("CVE-20[0-9]{2}-[0-9]{5,6}");
                ids.add(id);
                named++;
            }
        }

        assertThat(ids).hasSize(named);
    }
}
