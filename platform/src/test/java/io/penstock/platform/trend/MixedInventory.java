package io.penstock.platform.trend;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.score.ScoredTenant;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Hosts and findings of every kind that the dashboard tells apart: five hosts, one of them with a
 * hostile name, one without findings and one that only a finding speaks of; ten findings, of which
 * one is fixed and one came back.
 */
public final class MixedInventory {

    public static final String HOSTILE = "<script>alert(1)</script>";

    /** Also ends a quoted value, unless it is written twice. */
    public static final String HOSTILE_CVE = "CVE-2026-`<B>9";

    private static final List<Integer> AGES = List.of(1, 10, 40, 100, 200, 380);

    private final ScoredTenant tenant;
    private final Connection connection;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private MixedInventory(ScoredTenant tenant) {
        this.tenant = tenant;
        this.connection = tenant.connect("Mixed");
    }

    /** Loads and scores it; returns the connection it came through. */
    public static Connection fill(ScoredTenant tenant) {
        var inventory = new MixedInventory(tenant);
        inventory.load("open", 8);
        inventory.load("closed", 7);
        inventory.load("reopen", 6);
        tenant.score();
        return inventory.connection;
    }

    /** All runs bring everything; one finding is always closed after the first run. */
    private void load(String word, int daysAgo) {
        var findings = new ArrayList<String>();
        for (var age : AGES) {
            findings.add(finding("age" + age, "web-1", "CVE-2026-1" + (100 + age), age));
        }
        findings.add(urgent(finding("wide", "web-2", "CVE-2026-1101", 50)));
        findings.add(finding("odd", "odd", HOSTILE_CVE, 50));
        findings.add(moved(finding("fixed", "web-2", "CVE-2026-7001", 60), daysAgo, closed(word)));
        findings.add(moved(finding("back", "ghost", "CVE-2026-7002", 60), daysAgo, word));
        tenant.load(connection, hosts(), findings);
    }

    private static String closed(String word) {
        return word.equals("open") ? "open" : "closed";
    }

    private static List<String> hosts() {
        return List.of(
                ScoredTenant.host("web-1"),
                ScoredTenant.host("web-2"),
                ScoredTenant.host("quiet"),
                ScoredTenant.host("odd")
                        .replace("\"hostname\": \"odd\"", "\"hostname\": \"" + HOSTILE + "\""));
    }

    private String finding(String id, String host, String cve, int age) {
        var found = now.minus(Duration.ofDays(age)).minus(Duration.ofHours(1));
        var text =
                ScoredTenant.finding(id, host, cve, "9.1")
                        .replace("2026-01-01T00:00:00Z", found.toString())
                        .replace("2026-01-02T00:00:00Z", found.toString());
        return age == 40
                ? text.replace("\"HIGH\"", "\"LOW\", \"cisa_info\": {\"is_cisa_kev\": true}")
                : text;
    }

    private static String urgent(String finding) {
        return finding.replace("\"HIGH\"", "\"CRITICAL\"");
    }

    private String moved(String finding, int daysAgo, String word) {
        var at = now.minus(Duration.ofDays(daysAgo));
        return finding.replaceFirst(
                        "\"updated_timestamp\": \"[^\"]+\"",
                        "\"updated_timestamp\": \"" + at + "\"")
                .replace("\"status\": \"open\"", "\"status\": \"" + word + "\"");
    }
}
