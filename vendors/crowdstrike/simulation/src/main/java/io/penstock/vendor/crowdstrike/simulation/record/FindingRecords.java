package io.penstock.vendor.crowdstrike.simulation.record;

import io.penstock.vendor.crowdstrike.simulation.tenant.Cves;
import io.penstock.vendor.crowdstrike.simulation.tenant.Finding;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;
import io.penstock.vendor.crowdstrike.simulation.text.Body;
import io.penstock.vendor.crowdstrike.simulation.text.Pretty;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Writes findings as elements of {@code resources}. The blocks of a CVE, a product, a remediation
 * and a host are made once and kept in caches of fixed size, some 60 MB when all are full.
 */
public final class FindingRecords {

    private static final byte[] FIRST = "\n  {\n   \"id\": \"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEXT =
            "\n  },\n  {\n   \"id\": \"".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] CUSTOMER = ascii("\",\n   \"cid\": \"");
    private static final byte[] SENSOR = ascii("\",\n   \"aid\": \"");
    private static final byte[] CREATED = ascii("\",\n   \"created_timestamp\": \"");
    private static final byte[] VULNERABILITY = ascii("\",\n   \"vulnerability_id\": \"");
    private static final byte[] PROVIDER =
            ascii(
                    """
                    ",
                       "data_providers": [
                        {
                         "provider": "Falcon sensor"
                        }
                       ],
                       "created_timestamp": \"\
                    """);
    private static final byte[] UPDATED = ascii("\",\n   \"updated_timestamp\": \"");
    private static final byte[] STATUS = ascii("\",\n   \"status\": \"");

    /** What follows the last record's blocks. */
    public static final String LAST = "\n  }";

    private static final byte[][] PLAIN_ENDS = {
        end(false, true), end(false, false), end(true, true), end(true, false)
    };

    private final SlotCache<byte[]> apps;
    private final SlotCache<byte[]> cves;
    private final SlotCache<byte[]> remediations;
    private final SlotCache<byte[]> hosts;
    private final SlotCache<byte[]> vulnerabilities;
    private final RemediationText remediationText;
    private final Cves facts;

    public FindingRecords(Tenant tenant) {
        this.facts = tenant.cves();
        CveText cveText = new CveText(facts);
        this.remediationText = new RemediationText(facts, cveText, Tenant.ROUNDS);
        AppText appText = new AppText(facts, cveText, remediationText);
        this.apps = new SlotCache<>(14, key -> app(appText, key));
        this.cves = new SlotCache<>(13, key -> cveText.write((int) key));
        this.remediations = new SlotCache<>(11, key -> remediationText.write(key));
        this.hosts = hosts(tenant);
        this.vulnerabilities =
                new SlotCache<>(
                        13,
                        key ->
                                facts.vulnerabilityId((int) key)
                                        .getBytes(StandardCharsets.US_ASCII));
    }

    /** Writes findings of the tenant at another moment, with the same blocks but for the hosts. */
    private FindingRecords(FindingRecords before, Tenant tenant) {
        this.facts = before.facts;
        this.apps = before.apps;
        this.cves = before.cves;
        this.remediations = before.remediations;
        this.hosts = hosts(tenant);
        this.vulnerabilities = before.vulnerabilities;
        this.remediationText = before.remediationText;
    }

    /** The same for the tenant at another moment. */
    public FindingRecords at(Tenant tenant) {
        return new FindingRecords(this, tenant);
    }

    private static SlotCache<byte[]> hosts(Tenant tenant) {
        HostText text = new HostText(tenant.hosts());
        return new SlotCache<>(13, key -> text.write((int) key));
    }

    /** The key is the CVE's number, a bit for the evaluation logic, and two for the status. */
    private static byte[] app(AppText text, long key) {
        Finding.Status status = Finding.Status.of((int) key & 3);
        return text.write((int) (key >> 3), status, (key & 4) != 0);
    }

    private static byte[] end(boolean suppressed, boolean confirmed) {
        Pretty json = suppression(suppressed);
        json.text("confidence", confirmed ? "confirmed" : "potential");
        return json.bytes();
    }

    private static Pretty suppression(boolean suppressed) {
        Pretty json =
                Pretty.continued(3).object("suppression_info").flag("is_suppressed", suppressed);
        if (suppressed) {
            json.text("reason", "ACCEPT_RISK");
        }
        return json.endObject();
    }

    /**
     * Appends one record, without what closes it: that stands before the next one or in {@link
     * #LAST}.
     */
    public void write(Body body, Finding finding, Set<Facet> facets, boolean first) {
        int cve = finding.cve();
        Finding.Status status = finding.status();
        head(body, finding, cve, status, first);
        int logic = facets.contains(Facet.EVALUATION_LOGIC) ? 4 : 0;
        body.add(apps.of((long) cve << 3 | logic | status.number()));
        boolean suppressed = finding.suppressed();
        body.add(
                facts.oldRecord(cve)
                        ? suppression(suppressed).bytes()
                        : PLAIN_ENDS[(suppressed ? 2 : 0) + (finding.confirmed() ? 0 : 1)]);
        if (finding.closed() != Finding.NEVER) {
            body.add(ascii(",\n   \"closed_timestamp\": \"" + Stamp.of(finding.closed()) + "\""));
        }
        if (facets.contains(Facet.CVE)) {
            body.add(cves.of(cve));
        }
        if (facets.contains(Facet.HOST_INFO)) {
            body.add(hosts.of(finding.host()));
        }
        if (facets.contains(Facet.REMEDIATION)) {
            body.add(remediations.of(remediationText.keyOf(cve)));
        }
    }

    private void head(Body body, Finding finding, int cve, Finding.Status status, boolean first) {
        Text text = new Text(560);
        text.add(first ? FIRST : NEXT)
                .add(finding.aid())
                .add("_")
                .add(finding.suffix())
                .add(CUSTOMER)
                .add(finding.customer())
                .add(SENSOR)
                .add(finding.aidText());
        if (facts.oldRecord(cve)) {
            text.add(CREATED);
        } else {
            text.add(VULNERABILITY).add(vulnerabilities.of(cve)).add(PROVIDER);
        }
        text.addTime(finding.created())
                .add(UPDATED)
                .addTime(finding.updated())
                .add(STATUS)
                .add(status.text())
                .add("\"");
        body.add(text.bytes());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
