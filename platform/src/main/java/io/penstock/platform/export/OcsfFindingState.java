package io.penstock.platform.export;

import io.penstock.platform.search.ExportedFinding;

/**
 * OCSF's activity and status of a finding. Its status In Progress means that somebody looks into
 * it, which none of ours says: what is open and not new is Other, with our word.
 */
record OcsfFindingState(int activity, String activityName, int status, String statusName) {

    static OcsfFindingState of(ExportedFinding finding) {
        var row = finding.row();
        if (row.status().equals("FIXED")) {
            return new OcsfFindingState(3, "Close", 4, "Resolved");
        }
        var isNew = row.status().equals("NEW");
        var activity = isNew ? 1 : 2;
        var activityName = isNew ? "Create" : "Update";
        var decision = finding.context().decision();
        if (row.suppressed() || (decision != null && decision.falsePositive())) {
            return new OcsfFindingState(activity, activityName, 3, "Suppressed");
        }
        return isNew
                ? new OcsfFindingState(activity, activityName, 1, "New")
                : new OcsfFindingState(activity, activityName, 99, row.status());
    }
}
