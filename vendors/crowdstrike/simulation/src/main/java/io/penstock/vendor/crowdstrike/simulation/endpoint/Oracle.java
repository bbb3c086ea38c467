package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.vendor.crowdstrike.simulation.tenant.Finding;
import io.penstock.vendor.crowdstrike.simulation.tenant.FindingOrder;
import io.penstock.vendor.crowdstrike.simulation.tenant.Population.Kind;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** What there is in the tenant now, counted over every host and finding, as lines of key=value. */
final class Oracle {

    private final Tenant tenant;
    private final Map<String, Long> counts = new TreeMap<>();

    private Oracle(Tenant tenant) {
        this.tenant = tenant;
    }

    static String of(Tenant tenant) {
        Oracle oracle = new Oracle(tenant);
        oracle.hosts();
        oracle.findings();
        StringBuilder lines = new StringBuilder("customer.id=" + tenant.customer() + "\n");
        oracle.counts.forEach(
                (key, count) -> lines.append(key).append('=').append(count).append('\n'));
        return lines.append(OracleRows.digests(tenant)).toString();
    }

    private void hosts() {
        for (Kind kind : Kind.values()) {
            counts.put("hosts.entity_type." + kind.text(), 0L);
        }
        counts.put("hosts.without_local_ip", 0L);
        int[] listed = tenant.hostOrder().all();
        counts.put("hosts.total", (long) listed.length);
        for (int host : listed) {
            add("hosts.entity_type." + tenant.population().kind(host).text());
            if (tenant.hosts().cards(host).isEmpty()) {
                add("hosts.without_local_ip");
            }
        }
    }

    private void findings() {
        counts.put("findings.total", (long) tenant.findings());
        counts.put("findings.orphans", 0L);
        counts.put("findings.open", 0L);
        BitSet cves = new BitSet();
        BitSet unlisted = new BitSet();
        Finding finding = tenant.finding();
        FindingOrder order = tenant.byCreation();
        for (int place = 0; place < order.size(); place++) {
            count(finding.at(order.at(place)), cves, unlisted);
        }
        counts.put("hosts.unlisted_with_findings", (long) unlisted.cardinality());
        counts.put(
                "cves.distinct",
                cves.stream().filter(cve -> !tenant.cves().id(cve).isEmpty()).count());
    }

    private void count(Finding finding, BitSet cves, BitSet unlisted) {
        int cve = finding.cve();
        cves.set(cve);
        add("findings.status." + finding.status().text());
        add("findings.severity." + tenant.cves().severity(cve));
        if (finding.status() == Finding.Status.OPEN || finding.status() == Finding.Status.REOPEN) {
            add("findings.open");
        }
        if (tenant.cves().id(cve).isEmpty()) {
            add("findings.without_cve_id");
        }
        if (finding.suppressed()) {
            add("findings.suppressed");
        }
        if (!tenant.hosts().listed(finding.host())) {
            add("findings.orphans");
            unlisted.set(finding.host());
        }
    }

    private void add(String key) {
        counts.merge(key, 1L, Long::sum);
    }
}
