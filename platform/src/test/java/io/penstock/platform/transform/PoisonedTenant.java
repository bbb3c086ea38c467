package io.penstock.platform.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A tenant of which every tenth host has no interface and every tenth finding a severity the system
 * map does not know.
 */
final class PoisonedTenant {

    static final int HOSTS = 40;
    static final int FINDINGS = 400;

    private PoisonedTenant() {}

    static List<String> hosts() {
        var records = new ArrayList<String>();
        for (var i = 0; i < HOSTS; i++) {
            records.add(host(i, i % 10 == 3, "host-" + i));
        }
        return pages(records);
    }

    static List<String> findings() {
        var records = new ArrayList<String>();
        for (var i = 0; i < FINDINGS; i++) {
            records.add(finding(i, i % 10 == 7 ? "GRAVE" : "HIGH", "2026-01-02T00:00:00Z"));
        }
        return pages(records);
    }

    static String host(int i, boolean poisoned, String name) {
        var address = String.format(Locale.ROOT, "10.0.0.%d", i + 1);
        var where =
                poisoned
                        ? "\"external_ip\": \"" + address + "\""
                        : "\"network_interfaces\": [{\"local_ip\": \"" + address + "\"}]";
        return String.format(
                Locale.ROOT,
                "{\"id\": \"c_h%d\", \"cid\": \"c\", \"aid\": \"a%d\", \"hostname\": \"%s\","
                        + " \"last_seen_timestamp\": \"2026-01-01T00:00:00Z\", %s}",
                i,
                i,
                name,
                where);
    }

    static String finding(int i, String severity, String updated) {
        return String.format(
                Locale.ROOT,
                "{\"id\": \"f%d\", \"cid\": \"c\", \"aid\": \"a%d\", \"vulnerability_id\":"
                        + " \"CVE-2026-%d\", \"status\": \"open\", \"confidence\": \"confirmed\","
                        + " \"created_timestamp\": \"2026-01-01T00:00:00Z\", \"updated_timestamp\":"
                        + " \"%s\", \"cve\": {\"id\": \"CVE-2026-%d\", \"severity\": \"%s\"}}",
                i,
                i % HOSTS,
                1000 + i,
                updated,
                1000 + i,
                severity);
    }

    private static List<String> pages(List<String> records) {
        var pages = new ArrayList<String>();
        for (var from = 0; from < records.size(); from += 50) {
            pages.add(StoredRuns.page(records.subList(from, Math.min(from + 50, records.size()))));
        }
        return pages;
    }
}
