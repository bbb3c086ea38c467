package io.penstock.platform.export;

import io.penstock.platform.search.ExportedFinding;
import io.penstock.platform.search.FindingDetail;

/**
 * What CycloneDX calls the impact analysis of one finding. It claims no more than the record: a
 * finding that is open is in triage, unless a public source or the vendor says that an exploit for
 * it is to be had; a source that hides a finding has not said that the host is not affected.
 */
record VexAnalysis(String state, String detail) {

    /** From here on the vendor's number says that an exploit is to be had. */
    private static final int EXPLOIT_AVAILABLE = 30;

    static VexAnalysis of(ExportedFinding finding) {
        var row = finding.row();
        if (row.status().equals("FIXED")) {
            return new VexAnalysis("resolved", "No longer found, or reported as fixed.");
        }
        if (row.suppressed()) {
            return new VexAnalysis(
                    "in_triage", "Suppressed at its source, which does not say on what grounds.");
        }
        if (row.expired()) {
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
        return status != null && status >= EXPLOIT_AVAILABLE;
    }
}
