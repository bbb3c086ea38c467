package io.penstock.platform.export;

import io.penstock.platform.search.ExportedFinding;
import io.penstock.platform.search.FindingDetail;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What CycloneDX calls the impact analysis of one finding. It claims no more than the record: a
 * finding that is open is in triage, unless a person has decided or CISA or the vendor says that an
 * exploit for it is to be had; a source that hides a finding has not said that the host is not
 * affected.
 */
record VexAnalysis(String state, String detail, ExportedFinding.@Nullable Decision decision) {

    private VexAnalysis(String state, String detail) {
        this(state, detail, null);
    }

    static VexAnalysis of(ExportedFinding finding) {
        if (finding.row().status().equals("FIXED")) {
            return new VexAnalysis("resolved", "No longer found, or reported as fixed.");
        }
        var decision = finding.context().decision();
        return decision == null ? undecided(finding) : decided(decision);
    }

    /** A risk that is accepted is one that stays. */
    private static VexAnalysis decided(ExportedFinding.Decision decision) {
        return decision.falsePositive()
                ? new VexAnalysis("false_positive", decision.reason(), decision)
                : new VexAnalysis("exploitable", decision.reason(), decision);
    }

    private static VexAnalysis undecided(ExportedFinding finding) {
        if (finding.row().suppressed()) {
            return new VexAnalysis(
                    "in_triage", "Suppressed at its source, which does not say on what grounds.");
        }
        if (finding.row().expired()) {
            return new VexAnalysis(
                    "in_triage", "Expired at its source: the host has not been looked at again.");
        }
        if (finding.origin().subType().equalsIgnoreCase("potential")) {
            return new VexAnalysis(
                    "in_triage", "Its source is not sure that the host is affected.");
        }
        if (finding.vulnerability().kev()) {
            return new VexAnalysis("exploitable", "Listed by CISA as exploited.");
        }
        return exploitKnown(finding.vulnerability())
                ? new VexAnalysis("exploitable", "Its source knows of an exploit.")
                : new VexAnalysis("in_triage", "Found on the host, and not judged yet.");
    }

    private static boolean exploitKnown(FindingDetail.Vulnerability facts) {
        var status = facts.exploitStatus();
        return status != null && status >= OcsfVulnerability.EXPLOIT_AVAILABLE;
    }

    /**
     * Writes it in the entry that is open.
     *
     * @param updatedAt when the finding changed last
     */
    void write(JsonMembers json, Instant updatedAt) {
        json.object("analysis");
        json.text("state", state);
        if (decision != null) {
            response(json, decision);
        }
        json.text("detail", detail);
        json.text("lastUpdated", updatedAt.toString());
        json.end();
    }

    private static void response(JsonMembers json, ExportedFinding.Decision decision) {
        if (!decision.falsePositive()) {
            json.texts("response", List.of("will_not_fix"));
        }
        json.text("firstIssued", decision.decidedAt().toString());
    }
}
