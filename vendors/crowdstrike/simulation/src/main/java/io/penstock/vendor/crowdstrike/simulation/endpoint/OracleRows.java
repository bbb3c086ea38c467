package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.vendor.crowdstrike.simulation.tenant.Finding;
import io.penstock.vendor.crowdstrike.simulation.tenant.FindingOrder;
import io.penstock.vendor.crowdstrike.simulation.tenant.Hosts;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a perfect client holds now, row by row: fields with a tabulator between them, empty when a
 * record does not have one. The streams are for one thread each.
 */
final class OracleRows {

    private OracleRows() {}

    /** Id, aid, status, updated_timestamp, closed_timestamp, by creation. */
    static Stream<String> findings(Tenant tenant) {
        Finding finding = tenant.finding();
        FindingOrder order = tenant.byCreation();
        return IntStream.range(0, order.size())
                .mapToObj(place -> {
                    finding.at(order.at(place));
                    long closed = finding.closed();
                    return String.join(
                            "\t",
                            finding.id(),
                            finding.aidText(),
                            finding.status().text(),
                            time(finding.updated()),
                            closed == Finding.NEVER ? "" : time(closed));
                });
    }

    /** Id, aid, hostname, last_seen_timestamp, by id. */
    static Stream<String> hosts(Tenant tenant) {
        Hosts hosts = tenant.hosts();
        return Arrays.stream(tenant.hostOrder().all())
                .mapToObj(host ->
                        String.join(
                                "\t",
                                hosts.id(host),
                                hosts.aidKnown(host)
                                        ? tenant.population()
                                                .aid(tenant.population().sensorOf(host))
                                        : "",
                                hosts.name(host),
                                time(hosts.lastSeen(host))));
    }

    private static String time(long second) {
        return Instant.ofEpochSecond(second).toString();
    }

    /** A line key=value for the rows of either kind; equal rows in any order give the same. */
    static String digests(Tenant tenant) {
        return "digest.findings="
                + RowDigest.of(findings(tenant))
                + "\ndigest.hosts="
                + RowDigest.of(hosts(tenant))
                + "\n";
    }
}
