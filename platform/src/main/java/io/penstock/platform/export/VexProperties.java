package io.penstock.platform.export;

import io.penstock.platform.search.ExportedFinding;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What CycloneDX has no member for, as properties with names of our own. */
final class VexProperties {

    private VexProperties() {}

    /** Writes one property in the list that is open, unless it says nothing. */
    static void write(JsonMembers json, String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        json.object();
        json.text("name", "penstock:" + name);
        json.text("value", value);
        json.end();
    }

    static void ofFinding(JsonMembers json, ExportedFinding finding) {
        json.list("properties");
        row(json, finding);
        origin(json, finding);
        threat(json, finding);
        json.end();
    }

    private static void row(JsonMembers json, ExportedFinding finding) {
        var row = finding.row();
        write(json, "title", row.title());
        write(json, "status", row.status());
        write(json, "product", row.product());
        write(json, "suppressed", row.suppressed() ? "true" : "");
        write(json, "expired", row.expired() ? "true" : "");
        time(json, "first_found", row.firstFound());
        time(json, "last_found", row.lastFound());
        time(json, "fixed_at", finding.times().fixedAt());
        time(json, "reopened_at", finding.times().reopenedAt());
        time(json, "missing_since", finding.times().missingSince());
        var decision = finding.context().decision();
        time(json, "decided_until", decision == null ? null : decision.until());
    }

    private static void origin(JsonMembers json, ExportedFinding finding) {
        var origin = finding.origin();
        write(json, "external_finding_id", origin.externalFindingId());
        write(json, "vendor_finding_id", origin.vendorFindingId());
        write(json, "connection", origin.connectionName());
        write(json, "confidence", origin.subType());
        write(json, "detection_method", origin.detectionMethod());
        number(json, "port", origin.port());
        write(json, "protocol", origin.protocol());
    }

    private static void threat(JsonMembers json, ExportedFinding finding) {
        var facts = finding.vulnerability();
        write(json, "known_exploited", facts.kev() ? "true" : "");
        number(json, "exploit_status", facts.exploitStatus());
        write(json, "exprt_rating", facts.exprt());
    }

    private static void number(JsonMembers json, String name, @Nullable Integer value) {
        write(json, name, value == null ? "" : value.toString());
    }

    private static void time(JsonMembers json, String name, @Nullable Instant value) {
        write(json, name, value == null ? "" : value.toString());
    }
}
