package io.penstock.benchmarks.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Queries as a team asks them: none to all of severity, status, source, CVE, host name and date, in
 * any combination, with values of the tenant and with some that nothing has. The same seed gives
 * the same queries.
 *
 * @param cves numbers that some findings have
 * @param hosts names that some findings are on
 */
record QueryMix(List<String> cves, List<String> hosts) {

    private static final int DATE_DAYS = 400;
    private static final int PREFIX = 7;

    private interface Part {
        String of(QueryMix mix, Random random);
    }

    private static final List<Part> PARTS =
            List.of(
                    (_, random) -> severity(random),
                    (_, random) -> status(random),
                    (_, random) -> source(random),
                    QueryMix::cve,
                    QueryMix::host,
                    (_, random) -> date(random));

    QueryMix {
        cves = List.copyOf(cves);
        hosts = List.copyOf(hosts);
    }

    List<String> queries(int count, long seed) {
        var random = new Random(seed);
        var queries = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            queries.add(query(random));
        }
        return queries;
    }

    private String query(Random random) {
        var parts = new ArrayList<>(PARTS);
        Collections.shuffle(parts, random);
        var query = new StringJoiner(" and ");
        for (var part : parts.subList(0, random.nextInt(PARTS.size() + 1))) {
            query.add(part.of(this, random));
        }
        return query.toString();
    }

    private static String severity(Random random) {
        return any(
                random,
                "finding.severity:" + (1 + random.nextInt(5)),
                "finding.severity:[4, 5]",
                "finding.severity>=3",
                "finding.severity<3");
    }

    private static String status(Random random) {
        return any(
                random,
                "finding.status:NEW",
                "finding.status:FIXED",
                "finding.status:REOPENED",
                "finding.status:ACTIVE",
                "finding.status:[NEW, REOPENED]",
                "not finding.status:FIXED");
    }

    private static String source(Random random) {
        return any(
                random,
                "finding.vendorProductName:`Spotlight`",
                "finding.vendorProductName:`Another product`",
                "inventory:(source:`CrowdStrike Spotlight`)",
                "finding.connectionName:falcon");
    }

    private String cve(Random random) {
        return any(
                random,
                "finding.cveId:" + one(cves, random),
                "finding.cveId:[" + one(cves, random) + ", " + one(cves, random) + "]",
                "finding.cveId:CVE-2026*",
                "finding.cveId:CVE-1999-0001");
    }

    private String host(Random random) {
        var name = one(hosts, random);
        return any(
                random,
                "asset.name:`" + name + "`",
                "asset.name:" + name.substring(0, Math.min(PREFIX, name.length())) + "*",
                "asset.name:" + name.substring(0, Math.min(3, name.length())) + "*",
                "asset.name:nobody*");
    }

    private static String date(Random random) {
        var days = 1 + random.nextInt(DATE_DAYS);
        return any(
                random,
                "finding.lastFoundDate>now-" + days + "d",
                "finding.firstFoundDate>now-" + days + "d",
                "finding.lastFoundDate<now-" + days + "d",
                "finding.firstFoundDate:[now-" + (days + 30) + "d .. now-" + days + "d]");
    }

    private static String any(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String one(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
